import sharp from 'sharp';
import { encodeMarked } from './carry-mark.ts';
import { inlineMaxBytes } from './limits.ts';
import { inlineWidth } from './rendition-sizes.ts';
import type { RenditionSource } from './renditions.ts';

export interface InlinePicture {
  data: Buffer;
  format: 'jpeg' | 'png';
  width: number;
  height: number;
}

/**
 * The size for story text and WeChat: jpg or png below 1 MB (channels.md §1 Media), at most 1080 wide. Drawings
 * and screenshots stay png while they fit; photographs step down in quality, then in width.
 */
export async function renderInline(source: RenditionSource): Promise<InlinePicture> {
  const { format } = await sharp(source.bytes).metadata();
  for (const limit of [inlineWidth, 840, 640]) {
    const width = Math.min(limit, source.width);
    const height = Math.max(1, Math.round((source.height * width) / source.width));
    const resized = () => sharp(source.bytes).resize(width, height, { fit: 'fill' });
    if (format === 'png' || format === 'gif') {
      const data = await encodeMarked(resized().png({ compressionLevel: 9 }), 'png', source.mark);
      if (data.length < inlineMaxBytes) return { data, format: 'png', width, height };
    }
    for (const quality of [86, 78, 68, 56, 44]) {
      const data = await encodeMarked(
        resized().flatten({ background: '#ffffff' }).jpeg({ quality, mozjpeg: true }),
        'jpeg',
        source.mark,
      );
      if (data.length < inlineMaxBytes) return { data, format: 'jpeg', width, height };
    }
  }
  throw new Error(`图片 ${source.mediaId} 压不到 1 MB 以内。`);
}
