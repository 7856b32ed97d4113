import type { Booking } from '../quota.ts';
import type { DatedPost } from './conflict.ts';

/**
 * What posts take of their platforms' quotas, if all of them go out as planned. Other than the planner's own count this
 * one does not wait for a signature or a notice, so that too many are seen in January.
 */
export const bookingsOf = (posts: readonly DatedPost[]): Booking[] =>
  posts.flatMap(({ id, channels, at, done, out }) =>
    channels
      .filter((channel) => out.has(channel) || !done.has(channel))
      .map((channel) => ({ postId: id, channel, at })),
  );
