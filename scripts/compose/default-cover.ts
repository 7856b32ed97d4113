import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { AssetBytes } from '../../campaigns/ports/assets.ts';

/** The seal on paper: WeChat asks a cover of every article, also of stories without a picture. 900 × 383 JPEG. */
export async function defaultCover(): Promise<AssetBytes> {
  const drawing = await readFile(join(process.cwd(), 'content/media/default-cover.svg'));
  const bytes = await sharp(drawing).resize(900, 383).flatten({ background: '#fcfbf8' }).jpeg({ quality: 88 }).toBuffer();
  return { bytes: new Uint8Array(bytes), mime: 'image/jpeg', fileName: 'default-cover.jpg' };
}
