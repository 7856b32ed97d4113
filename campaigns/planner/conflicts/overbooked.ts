import { overbooked, type ChannelQuota } from '../quota.ts';
import { bookingsOf } from './bookings.ts';
import type { Conflict, DatedPost } from './conflict.ts';

/** Where more is planned than a platform takes: the last post of that time is the one to move. */
export function overbookedConflicts(
  posts: readonly DatedPost[],
  quotas: readonly ChannelQuota[],
  now: Date,
): Conflict[] {
  const open = new Map(posts.map((post) => [post.id, post]));
  return overbooked(bookingsOf(posts), quotas, now).map(({ channel, message, period, per, posts: ids }) => ({
    kind: 'overbooked',
    id: `overbooked:${channel}:${per}:${period}`,
    day: per === 'month' ? `${period}-01` : period.slice(0, 10),
    message,
    postId: ids.findLast((id) => open.get(id)?.done.has(channel) === false) ?? null,
    occasion: null,
  }));
}
