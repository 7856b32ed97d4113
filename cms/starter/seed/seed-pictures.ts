import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Payload } from 'payload';
import sharp from 'sharp';
import { contentOf } from '../../content/content.ts';
import type { StarterPicture } from '../../content/picture-schema.ts';
import { readEnv } from '../../env.ts';
import { readStarterPictures } from '../pictures/read-starter.ts';
import { missing } from './missing.ts';
import { seedId } from './seed-id.ts';

/** Wide enough for every size that the media room makes. */
const width = 1600;

/** One picture is one row for each way it is described. */
export const pictureSeedId = ({ file, alt, caption }: StarterPicture): string =>
  seedId('media', [file, alt, caption ?? ''].join('\n'));

/** Puts the starter's own drawings into the media room, rasterised: browsers and channels get no SVG. @returns how many are new. */
export async function seedPictures(payload: Payload, pictures: StarterPicture[]): Promise<number> {
  const byId = new Map(pictures.map((picture) => [pictureSeedId(picture), picture]));
  const absent = await missing(payload, 'media', [...byId.keys()]);
  if (absent.size === 0) return 0;
  const readDrawing = await readStarterPictures(readEnv().starterCache);
  for (const id of absent) {
    const picture = byId.get(id);
    if (!picture) continue;
    const data = await rasterise(join(contentOf(payload).place.root, 'content/media', picture.file));
    await payload.create({
      collection: 'media',
      data: { id, alt: picture.alt, caption: picture.caption, credit: '诚信广元（示例插图）', shows: 'nobody' },
      file: { data, mimetype: 'image/png', name: `${id}.png`, size: data.length },
      depth: 0,
      // A photograph may show somebody: nothing of it is kept outside the data folder.
      context: picture.file.endsWith('.svg') ? { readApart: readDrawing } : {},
    });
  }
  return absent.size;
}

async function rasterise(path: string): Promise<Buffer> {
  const bytes = await readFile(path);
  const { width: own = width } = await sharp(bytes).metadata();
  // Drawn at its final size, not enlarged afterwards.
  return sharp(bytes, { density: Math.min(600, (72 * width) / own) })
    .resize({ width })
    .flatten({ background: '#ffffff' })
    .png({ compressionLevel: 6 })
    .toBuffer();
}
