import { ForeignRefused } from '../foreign/refused.ts';
import { readApart } from '../foreign/read-apart.ts';
import type { CleanPicture } from './clean.ts';
import { minSide as usualSide } from './limits.ts';
import { preparePicture, renderPicture } from './picture-jobs.ts';
import { PictureRefused } from './refused.ts';
import type { RenderedPicture, RenditionSource } from './renditions.ts';

/**
 * An uploaded picture, inspected and drawn anew in the process apart: no decoder of pictures runs where the product serves.
 * @param minSide shortest side in pixels
 * @throws PictureRefused with one Chinese sentence, also when the file has ended its reader
 */
export async function prepareApart(bytes: Uint8Array, minSide = usualSide): Promise<CleanPicture> {
  const done = await asPicture(() => readApart(preparePicture, { bytes, minSide }));
  if ('refused' in done) throw new PictureRefused(done.refused);
  return { ...done, bytes: Buffer.from(done.bytes) };
}

/** All sizes of a cleaned picture. @throws PictureRefused */
export async function renderApart(source: RenditionSource): Promise<RenderedPicture[]> {
  const done = await asPicture(() => readApart(renderPicture, source));
  if ('refused' in done) throw new PictureRefused(done.refused);
  return done.map((one) => ({ ...one, data: Buffer.from(one.data) }));
}

async function asPicture<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof ForeignRefused ? new PictureRefused(error.message.replaceAll('文件', '图片'), { cause: error }) : error;
  }
}
