import type { Payload } from 'payload';
import type { Story } from '../payload-types.ts';
import { idOf } from '../database/id-of.ts';
import { pictureIds } from '../rich-text/node.ts';

/** Pictures that the story shows and the desk no longer has: it would go out without them and nobody would see it. */
export async function lostPictures(
  payload: Payload,
  { body, cover }: Pick<Story, 'body' | 'cover'>,
): Promise<string[]> {
  const inText = pictureIds(body);
  const front = idOf(cover);
  const ids = [...new Set([...inText, ...(front ? [front] : [])])];
  if (ids.length === 0) return [];
  const { docs } = await payload.find({
    collection: 'media',
    where: { id: { in: ids } },
    depth: 0,
    pagination: false,
    select: { alt: true },
  });
  const there = new Set(docs.map(({ id }) => id));
  const lost = inText.filter((id) => !there.has(id)).length;
  return [
    ...(lost > 0 ? [`正文里有${lost}张图片已经不在：请重新插入图片，或者删去空位。`] : []),
    ...(front && !there.has(front) ? ['题图已经不在：请重新选一张题图。'] : []),
  ];
}
