import sharp from 'sharp';
import type { WordPicture } from './word.ts';

/** The part of a picture that Word shows: what a writer cut away must not come back on the page. Null when it cannot be cut. */
export async function cutPicture(bytes: Uint8Array, cut: NonNullable<WordPicture['cut']>): Promise<Uint8Array | null> {
  try {
    const picture = sharp(bytes, { limitInputPixels: 100_000_000 });
    const { height, width } = await picture.metadata();
    const side = (share: number): number => Math.min(0.999, Math.max(0, share));
    const left = Math.round(width * side(cut.left));
    const top = Math.round(height * side(cut.top));
    const shown = {
      left,
      top,
      width: width - left - Math.round(width * side(cut.right)),
      height: height - top - Math.round(height * side(cut.bottom)),
    };
    return shown.width < 1 || shown.height < 1
      ? null
      : new Uint8Array(await picture.extract(shown).keepMetadata().toBuffer());
  } catch {
    return null;
  }
}
