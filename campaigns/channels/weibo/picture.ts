import type { Assets } from '../../ports/assets.ts';
import type { Release } from '../../ports/release.ts';
import type { Outcome } from '../channel.ts';
import { imageType } from '../shared/image-type.ts';

/** The cover's bytes, or null for a story without one (then only text is posted). */
export async function readPicture(
  assets: Assets,
  release: Release,
): Promise<{ value: Uint8Array | null } | { outcome: Outcome }> {
  if (!release.cover) return { value: null };
  try {
    const { bytes, fileName } = await assets.read(release.cover.id, 'inline');
    const type = imageType(bytes);
    if (type === null || type === 'bmp')
      return refused(`图片“${fileName}”不是 JPG、PNG 或 GIF，微博不收：请换一张封面。`);
    if (bytes.length >= 5 * 1024 * 1024)
      return refused(`图片“${fileName}”有 5 MB 以上，微博不收：请换一张小些的封面。`);
    return { value: bytes };
  } catch (error) {
    return {
      outcome: { kind: 'blocked', note: `封面读不出来：${error instanceof Error ? error.message : String(error)}` },
    };
  }
}

const refused = (note: string): { outcome: Outcome } => ({ outcome: { kind: 'refused', note } });
