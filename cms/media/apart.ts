import { ForeignRefused } from '../foreign/refused.ts';
import { readApart, type ReadApart } from '../foreign/read-apart.ts';
import type { CleanPicture } from './clean.ts';
import { minSide } from './limits.ts';
import { preparePicture, renderPicture } from './picture-jobs.ts';
import { PictureRefused } from './refused.ts';
import type { RenderedPicture, RenditionSource } from './renditions.ts';

/**
 * An uploaded picture, inspected and drawn anew in the process apart: no decoder of pictures runs where the product serves.
 * @param read `readApart`, or what has its answers already
 * @throws PictureRefused with one Chinese sentence, also when the file has ended its reader
 */
export async function prepareApart(bytes: Uint8Array, read: ReadApart = readApart): Promise<CleanPicture> {
  const done = await asPicture(() => read(preparePicture, { bytes, minSide }));
  if ('refused' in done) throw new PictureRefused(done.refused);
  return { ...done, bytes: Buffer.from(done.bytes) };
}

/** All sizes of a cleaned picture. @throws PictureRefused */
export async function renderApart(source: RenditionSource, read: ReadApart = readApart): Promise<RenderedPicture[]> {
  const done = await asPicture(() => read(renderPicture, source));
  if ('refused' in done) throw new PictureRefused(done.refused);
  return done.map((one) => ({ ...one, data: Buffer.from(one.data) }));
}

async function asPicture<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof ForeignRefused
      ? new PictureRefused(error.message.replaceAll('文件', '图片'), { cause: error })
      : error;
  }
}
