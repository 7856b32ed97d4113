/**
 * A wait that grows with the trouble: an eighth of the time that has passed since it began, within limits.
 * It needs no counter, so it survives restarts; the outbox lengthens it further. All in milliseconds.
 */
export function growing(since: number, now: number, min: number, max: number): number {
  return Math.round(Math.min(max, Math.max(min, (now - since) / 8)));
}
