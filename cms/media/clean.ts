import sharp from 'sharp';
import { createHash } from 'node:crypto';
import { encodeMarked } from './carry-mark.ts';
import { formats } from './format.ts';
import type { Inspected } from './inspect.ts';
import { maxFramePixels } from './limits.ts';
import { PictureRefused } from './refused.ts';

export interface CleanPicture extends Inspected {
  bytes: Buffer;
  mime: string;
  ext: string;
  /** Hex, of `bytes`. */
  sha256: string;
}

/**
 * Draws the picture anew from its pixels: place, device, names and anything hidden stay behind (EXIF, GPS, IPTC, XMP),
 * the AI mark alone comes along; orientation is baked in and colours become sRGB.
 * @throws PictureRefused when the pixels cannot be decoded.
 */
export async function cleanPicture(bytes: Uint8Array, seen: Inspected): Promise<CleanPicture> {
  const { mime, ext } = formats[seen.format];
  const pixels = sharp(bytes, { animated: seen.animated, limitInputPixels: maxFramePixels, failOn: 'error' });
  // Rotation of an animation is undefined, and no camera writes one.
  const upright = seen.animated ? pixels : pixels.autoOrient();
  const out = {
    jpeg: () => upright.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }),
    png: () => upright.png({ compressionLevel: 9 }),
    webp: () => upright.webp({ quality: 92 }),
    gif: () => upright.gif(),
  }[seen.format]();
  try {
    const cleaned = await encodeMarked(out, seen.format, seen.mark);
    return { ...seen, bytes: cleaned, mime, ext, sha256: createHash('sha256').update(cleaned).digest('hex') };
  } catch {
    throw new PictureRefused('图片文件损坏，画面不完整：请重新导出或另存一份再传。');
  }
}
