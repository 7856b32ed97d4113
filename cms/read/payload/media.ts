import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { idOf } from '../../database/id-of.ts';
import { snapshotOf } from '../../release/publication-row.ts';
import { mediaFolderOf } from '../../database/media-folder.ts';
import type { Reading } from './source.ts';

const name = /^([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})-[a-z0-9-]{1,20}\.(?:webp|jpg|png|gif)$/;

/** Bytes of a picture that some live release shows; null for anything else, also for the uploaded original. */
export async function readMedia(
  { payload, standing }: Reading,
  fileName: string,
): Promise<{ bytes: Uint8Array; mime: string } | null> {
  const id = name.exec(fileName)?.[1];
  if (!id) return null;
  const { docs } = await payload.find({
    collection: 'publications',
    where: { and: [await standing.live(), { pictures: { contains: id } }] },
    depth: 0,
    pagination: false,
    select: { release: true, state: true, showFrom: true, until: true, card: true },
  });
  const shown = docs.find((row) => standing.of(row).state === 'live');
  if (!shown) return null;
  const { cover, images } = snapshotOf(
    await payload.findByID({ collection: 'releases', id: idOf(shown.release) ?? '', depth: 0 }),
  );
  const rendition = [cover, ...images]
    .flatMap((picture) => picture?.renditions ?? [])
    .find((r) => r.fileName === fileName);
  if (!rendition) return null;
  const bytes = await readFile(join(mediaFolderOf(payload), fileName)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return bytes && { bytes: new Uint8Array(bytes), mime: rendition.mime };
}
