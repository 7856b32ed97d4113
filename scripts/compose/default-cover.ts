import sharp from 'sharp';
import type { AssetBytes } from '../../campaigns/ports/assets.ts';

/**
 * The seal on paper: WeChat asks a cover of every article, also of stories without a picture. 900 × 383 JPEG.
 * @param drawing SVG, as it may be shown to the public
 */
export async function defaultCover(drawing: string): Promise<AssetBytes> {
  const bytes = await sharp(Buffer.from(drawing))
    .resize(900, 383)
    .flatten({ background: '#fcfbf8' })
    .jpeg({ quality: 88 })
    .toBuffer();
  return { bytes: new Uint8Array(bytes), mime: 'image/jpeg', fileName: 'default-cover.jpg' };
}
