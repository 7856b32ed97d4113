const firstRetryMs = 3000;
const longestRetryMs = 30 * 60_000;
const longestOwnLookMs = 60 * 60_000;
const longestJitterMs = 5 * 60_000;

/**
 * Milliseconds until the send after `done` refused ones. The channel's own `after` is a floor (a quota that resets at
 * midnight is not asked earlier); the rest quadruples from 3 s to half an hour, with up to a fifth of jitter, at most
 * five minutes, so that many deliveries refused together do not come back together.
 * @param random number in [0, 1)
 */
export function retryDelay(done: number, after: number, random: () => number): number {
  const base = Math.max(after, Math.min(firstRetryMs * 4 ** (done - 1), longestRetryMs));
  return Math.round(base + random() * Math.min(base / 5, longestJitterMs));
}

/**
 * Milliseconds until the next look. The channel's `lookAfter` decides, for it knows its platform and lets its waits
 * grow by itself; a channel that always names a short time is asked half as long again each time, from a second up to an hour.
 */
export function lookDelay(done: number, lookAfter: number): number {
  return Math.round(Math.max(lookAfter, Math.min(1000 * 1.5 ** done, longestOwnLookMs)));
}
