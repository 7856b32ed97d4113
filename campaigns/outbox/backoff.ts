const firstRetryMs = 3000;
const longestRetryMs = 30 * 60_000;
const longestLookMs = 60 * 60_000;

/**
 * Milliseconds until send number `done + 1`. The channel's own `after` is a floor (a quota that resets at midnight is
 * not asked earlier); the rest quadruples from 3 s to half an hour, with up to a fifth of jitter so that many
 * deliveries refused together do not come back together.
 * @param random number in [0, 1)
 */
export function retryDelay(done: number, after: number, random: () => number): number {
  const grown = Math.min(firstRetryMs * 4 ** (done - 1), longestRetryMs);
  return Math.round(Math.max(after, grown) * (1 + random() / 5));
}

/** Milliseconds until the next look: the channel's `lookAfter`, half as long again each time, at most an hour more. */
export function lookDelay(done: number, lookAfter: number): number {
  const first = Math.max(lookAfter, 1000);
  return Math.round(Math.min(first * 1.5 ** done, Math.max(first, longestLookMs)));
}
