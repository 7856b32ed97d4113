import sharp from 'sharp';
import type { z } from 'zod';
import type { AigcMark } from './aigc-mark.ts';
import { encodeMarked } from './carry-mark.ts';
import { cropBox, type FocalPoint } from './crop.ts';
import { formats, type PictureFormat } from './format.ts';
import { renderInline } from './inline.ts';
import type { renditionSchema } from './rendition-door.ts';
import { croppedSizes, pictureFileName, type CroppedSize, type RenditionSize } from './rendition-sizes.ts';

export type RenditionFacts = z.infer<typeof renditionSchema>;
export interface RenderedPicture extends RenditionFacts {
  data: Buffer;
}

export interface RenditionSource {
  mediaId: string;
  /** A cleaned original; of an animation the first frame is used. */
  bytes: Uint8Array;
  width: number;
  height: number;
  mark: AigcMark | null;
  /** Null lets the picture's own busiest part decide. */
  focal: FocalPoint | null;
}

/** All sizes of a cleaned picture, in memory. */
export async function renderAll(source: RenditionSource): Promise<RenderedPicture[]> {
  const inline = await renderInline(source);
  const all = [named(source.mediaId, 'inline', inline.format, inline.data, inline.width, inline.height)];
  for (const size of Object.keys(croppedSizes) as CroppedSize[]) all.push(await renderCropped(source, size));
  return all;
}

async function renderCropped(source: RenditionSource, size: CroppedSize): Promise<RenderedPicture> {
  const { width, height, format, exact } = croppedSizes[size];
  const shrink = exact ? 1 : Math.min(1, source.width / width, source.height / height);
  const [w, h] = [Math.round(width * shrink), Math.round(height * shrink)];
  const picture = sharp(source.bytes);
  const cropped = source.focal
    ? picture.extract(cropBox(source.width, source.height, w / h, source.focal)).resize(w, h, { fit: 'fill' })
    : picture.resize(w, h, { fit: 'cover', position: sharp.strategy.attention });
  const paper = cropped.flatten({ background: '#ffffff' });
  const encoded =
    format === 'webp' ? paper.webp({ quality: 82, smartSubsample: true }) : paper.jpeg({ quality: 88, mozjpeg: true });
  return named(source.mediaId, size, format, await encodeMarked(encoded, format, source.mark), w, h);
}

function named(
  mediaId: string,
  size: RenditionSize,
  format: PictureFormat,
  data: Buffer,
  width: number,
  height: number,
): RenderedPicture {
  const { mime, ext } = formats[format];
  return { size, fileName: pictureFileName(mediaId, size, ext), mime, width, height, bytes: data.length, data };
}
