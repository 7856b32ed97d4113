/** How many failures close a subject, and for how long. */
export interface Limit {
  failures: number;
  /** Milliseconds. */
  closed: number;
}

/** One account: what can be guessed in five tries a quarter of an hour is nothing. One address: a whole office behind it. */
export const limits = {
  account: { failures: 5, closed: 15 * 60_000 },
  address: { failures: 30, closed: 15 * 60_000 },
} satisfies Record<string, Limit>;

/**
 * Until when failures keep a subject closed; null when it is open. A lock that has run out starts the count again.
 * @param failures instants in milliseconds, any order
 */
export function lockedUntil(failures: readonly number[], { closed, failures: most }: Limit, now: number): number | null {
  let count = 0;
  let until: number | null = null;
  for (const at of [...failures].sort((a, b) => a - b)) {
    if (until !== null && at >= until) [count, until] = [0, null];
    count += 1;
    if (count >= most && until === null) until = at + closed;
  }
  return until !== null && until > now ? until : null;
}
