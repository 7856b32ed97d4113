import sharp, { type Metadata } from 'sharp';
import { findAigcMark, type AigcMark } from './aigc-mark.ts';
import { readContainer } from './containers/read.ts';
import { sniffFormat, type PictureFormat } from './format.ts';
import { maxBytes, maxFramePixels, maxPixels, minSide, tooHeavy } from './limits.ts';
import { PictureRefused } from './refused.ts';
import { hasStowaway } from './stowaway.ts';

export interface Inspected {
  format: PictureFormat;
  /** As seen, orientation applied; of one frame. */
  width: number;
  height: number;
  animated: boolean;
  mark: AigcMark | null;
}

/**
 * Looks at an uploaded file before anything is stored; headers only, no pixel is decoded.
 * @param shortest side in pixels
 * @throws PictureRefused with one Chinese sentence.
 */
export async function inspectPicture(bytes: Uint8Array, shortest = minSide): Promise<Inspected> {
  if (bytes.length > maxBytes) throw new PictureRefused(tooHeavy);
  const format = sniffFormat(bytes);
  const container = readContainer(bytes, format);
  if (hasStowaway(container))
    throw new PictureRefused('图片里夹带了代码或别的文件，不能上传：请用看图软件另存一份再传。');
  const meta = await header(bytes);
  const turned = (meta.orientation ?? 1) >= 5;
  const frames = meta.pages ?? 1;
  const frameHeight = meta.pageHeight ?? meta.height;
  const [width, height] = turned ? [frameHeight, meta.width] : [meta.width, frameHeight];
  if (Math.min(width, height) < shortest)
    throw new PictureRefused(`图片只有 ${width}×${height} 像素，太小了：短边至少要 ${shortest} 像素。`);
  if (width * height > maxPixels)
    throw new PictureRefused(`图片有 ${width}×${height} 像素，太大了：请缩到 8000×8000 像素以内再传。`);
  if (width * height * frames > maxFramePixels)
    throw new PictureRefused(`动图有 ${frames} 帧，太长了：请减少帧数或缩小尺寸再传。`);
  return { format, width, height, animated: frames > 1, mark: findAigcMark(container) };
}

async function header(bytes: Uint8Array): Promise<Metadata> {
  try {
    // The limit is checked by us, with a sentence.
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    throw new PictureRefused('图片文件损坏，打不开：请重新导出或另存一份再传。');
  }
}
