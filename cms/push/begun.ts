import type { Payload } from 'payload';
import type { DailyOrder } from '../daily/daily-post.ts';
import { createDeliveryStore } from '../store/payload-delivery-store.ts';

const wordsOn = ({ words }: Pick<DailyOrder, 'words'>, id: string): string | undefined =>
  words.find(({ channel }) => channel === id)?.text;

/**
 * Channels whose own words a change would touch although their platform has been called for this push before: a draft may
 * lie there in the words of then, and it is the draft that goes out at the next try.
 */
export async function begunInOtherWords(
  payload: Payload,
  postId: string,
  before: DailyOrder,
  after: DailyOrder,
): Promise<string[]> {
  const touched = after.channels.filter((id) => wordsOn(before, id) !== wordsOn(after, id));
  if (touched.length === 0) return [];
  const store = createDeliveryStore(payload);
  const copies = (await store.list({ postIds: [postId] })).filter(({ channel }) => touched.includes(channel));
  const trails = await Promise.all(
    copies.map(async ({ channel, id }) => ({ channel, trail: await store.attempts(id) })),
  );
  return [...new Set(trails.filter(({ trail }) => trail.some(({ begun }) => begun)).map(({ channel }) => channel))];
}
