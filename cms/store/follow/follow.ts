import { inChunks } from '../../../campaigns/lists/in-chunks.ts';
import type { Payload } from 'payload';
import { gather, tellStuck } from '../../../campaigns/bulkhead/stuck.ts';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { keepFollowed, readFollowed, type FollowState } from './kept-state.ts';
import { firstMark, nextMark, overlapMs } from './mark.ts';
import { newestStamp, readBroken, readRound, readSince } from './read-source.ts';
import type { Followed, Source } from './source.ts';
import { append } from '../../../campaigns/lists/append.ts';

/** How much is settled at once: a database takes only so many values in one question. */
const chunk = 200;

/** Since when nothing newer has come, by source; on the process's own steady clock. */
const quietSince = new WeakMap<Payload, Map<string, { seen: string; at: number }>>();

/** True when the newest stamp of a source has been the same for as long as a row may be late. */
function isQuiet(payload: Payload, key: string, seen: string): boolean {
  const known = quietSince.get(payload) ?? new Map<string, { seen: string; at: number }>();
  quietSince.set(payload, known);
  const before = known.get(key);
  if (before?.seen === seen) return performance.now() - before.at >= overlapMs;
  known.set(key, { seen, at: performance.now() });
  return false;
}

/**
 * Settles whatever may have moved, at the same cost however much there is: what has been stamped since the last time, what
 * was still open then, and the next few rows of an endless round through all there is. How far it has come is kept in the
 * same database, so that a restart loses nothing, and an older copy that is brought back carries its own. Level-triggered
 * all the same: what is settled is decided by comparing, an event only says where to look first.
 *
 * The first time, and when what was kept cannot be read, everything is looked at. Nothing is kept before it is settled: a
 * crash anywhere looks again.
 * @throws what the database throws, and `settle`; then nothing is kept and the next minute looks at the same
 */
export async function follow(payload: Payload, { name, settle, sources }: Followed): Promise<void> {
  const before = await readFollowed(payload, name);
  const open = new Set<string>();
  const settleAll = async (items: readonly string[]): Promise<void> => {
    const all = [...new Set(items)];
    for (const some of inChunks(all, chunk)) {
      const { stuck, value } = await gather(() => settle(some));
      for (const { error, item, title } of stuck) tellStuck(item, title, new Error(error));
      // Which of them it was is not asked: they are few, and told again at the next minute.
      for (const item of stuck.length > 0 ? some : value) open.add(item);
    }
  };
  const next: FollowState = { version: 1, sources: {}, open: [] };
  const keyOf = ({ collection, stamp }: Source) => `${collection}.${stamp}`;
  const known = before && sources.every((source) => before.sources[keyOf(source)]) ? before : null;
  if (!known)
    for (const source of sources)
      next.sources[keyOf(source)] = {
        mark: firstMark(await newestStamp(payload, source), (source.clock ?? systemClock).now()),
        round: null,
        broken: [],
      };

  const items: string[] = [];
  for (const source of sources) {
    const key = keyOf(source);
    const kept = known?.sources[key];
    if (!kept) {
      const { broken } = await wholeRound(payload, source, settleAll);
      next.sources[key] = { ...next.sources[key]!, broken };
      continue;
    }
    const now = (source.clock ?? systemClock).now();
    const [fresh, again] = [
      await readSince(payload, source, kept.mark.from),
      await readBroken(payload, source, kept.broken),
    ];
    const some = source.rounds ? await readRound(payload, source, kept.round, source.rounds) : null;
    for (const read of [fresh, again, some]) append(items, read?.items ?? []);
    next.sources[key] = {
      mark: nextMark(kept.mark, fresh.rows, source.stamp, now, isQuiet(payload, `${name} ${key}`, kept.mark.seen)),
      // Behind the last row, read or not: a page of broken ones is no end.
      round: some && some.given >= (source.rounds ?? 0) ? some.last : null,
      broken: [...new Set([...fresh.broken, ...again.broken, ...(some?.broken ?? [])])],
    };
  }
  await settleAll([...(before?.open ?? []), ...items]);
  next.open = [...open];
  if (JSON.stringify(next) !== JSON.stringify(before)) await keepFollowed(payload, name, next);
}

/** One round through all rows of a source, settled as it goes; `broken`: ids of rows that cannot be read. */
export async function wholeRound(
  payload: Payload,
  source: Source,
  settleAll: (items: readonly string[]) => Promise<unknown>,
): Promise<{ broken: string[] }> {
  const broken: string[] = [];
  if (!source.rounds) return { broken };
  for (let after: string | null = null; ; ) {
    const some = await readRound(payload, source, after, chunk);
    append(broken, some.broken);
    await settleAll(some.items);
    after = some.last;
    if (after === null || some.given < chunk) return { broken };
  }
}
