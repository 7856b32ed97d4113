import { z } from 'zod';
import type { SourceRow } from './source.ts';

/**
 * How far a source has been read. `from`: rows stamped at this instant (ISO 8601) or later are read next time; `seen`: the
 * newest stamp met so far.
 */
export const markSchema = z.object({ from: z.string(), seen: z.string() });
export type Mark = z.infer<typeof markSchema>;

/**
 * A row may become visible so long after the instant that it is stamped with: clocks of several machines differ, and
 * between stamping and writing lies work. In milliseconds.
 */
export const overlapMs = 10 * 60_000;

const before = (instant: string, ms: number): string => new Date(Date.parse(instant) - ms).toISOString();

/** Before anything has been read. @param newest the newest stamp there is, or null */
export const firstMark = (newest: string | null, now: Date): Mark => {
  const seen = newest ?? before(now.toISOString(), overlapMs);
  return { from: before(seen, overlapMs), seen };
};

/**
 * The mark after a reading. Pure.
 * @param now by the clock that stamps the rows: a row from the future is read again until its time has come
 * @param quiet true when nothing newer than `seen` has come for as long as a row may be late: nothing older will come either
 */
export function nextMark(
  { from, seen }: Mark,
  rows: readonly SourceRow[],
  stamp: string,
  now: Date,
  quiet: boolean,
): Mark {
  const stamps = rows.flatMap((row) => {
    const at = new Date(String(row[stamp]));
    return Number.isNaN(at.getTime()) || at > now ? [] : [at.toISOString()];
  });
  const newest = stamps.reduce((latest, at) => (at > latest ? at : latest), seen);
  const next = {
    from: quiet && newest === seen ? seen : ([from, before(newest, overlapMs)].sort()[1] ?? from),
    seen: newest,
  };
  // The clock has been set back: rows written now are stamped before what has been seen.
  const limit = now.toISOString();
  return next.seen > limit ? { from: before(limit, overlapMs), seen: limit } : next;
}
