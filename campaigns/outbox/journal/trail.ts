import type { Attempt } from '../../ports/attempt.ts';
import type { Progress } from '../../ports/delivery.ts';

/**
 * Reading a delivery's attempts, earliest first. They alone decide what may happen next: the delivery row is only
 * their projection, so a stale or lost write to it can cost time but never a second send.
 */
export type Trail = readonly Attempt[];

/** Keys of `Attempt.progress` that belong to the outbox and are kept from channels. */
const own = new Set([
  'begun', 'resultAfter', 'resultExternalId', 'resultUrl', 'resultReference', 'receipt',
  'orderId', 'orderKind', 'orderReason', 'orderAt', 'orderDeadline', 'orderWrong', 'orderRight',
]);

/** True when the attempt may have reached out: it was marked so before the channel was called. */
export const begun = (a: Attempt): boolean => a.kind === 'send' && a.progress.begun === true;

/** Attempts since a person (resumed) or the plan (rearmed) last put the delivery back into the queue. */
export function sinceResumed(trail: Trail): Trail {
  const at = trail.findLastIndex((a) => a.outcome === 'resumed' || a.outcome === 'rearmed');
  return trail.slice(at + 1);
}

/** Attempts since the plan last put it back: what came before says nothing about its new minute. */
export function sinceRearmed(trail: Trail): Trail {
  return trail.slice(trail.findLastIndex((a) => a.outcome === 'rearmed') + 1);
}

/** True when the trail ends with the delivery taken out of the queue, surely not sent by its last step. */
export const isOut = (trail: Trail): boolean => ['superseded', 'not-live'].includes(trail.at(-1)?.outcome ?? '');

/**
 * What must follow the last, finished attempt of a sending; null when nothing must. Knows nothing of recalls: ask
 * `nextKind` for a whole trail.
 */
export function nextSending(trail: Trail): 'send' | 'look' | null {
  const last = trail.at(-1);
  if (!last) return 'send';
  switch (last.outcome) {
    case 'retry':
    case 'not-sent':
    case 'resumed':
    case 'rearmed':
      return 'send';
    case 'sent':
    case 'unknown':
      return 'look';
    case 'crashed':
      return last.kind === 'look' || begun(last) ? 'look' : 'send';
    default:
      return null;
  }
}

/** Everything channels have learned; later attempts win. */
export function learned(start: Progress, trail: Trail): Progress {
  const all: Progress = { ...start };
  for (const a of trail) for (const [key, value] of Object.entries(a.progress)) if (!own.has(key)) all[key] = value;
  return all;
}

/** The last send that may have been executed. */
export const lastSend = (trail: Trail): Attempt | undefined => trail.findLast(begun);

/** When that send may have been executed at the latest. */
export const lastSendAt = (trail: Trail): Date | null => lastSend(trail)?.finishedAt ?? null;

/** How many attempts at the end of the trail have one of these outcomes. */
export function run(trail: Trail, outcomes: readonly string[]): number {
  const other = trail.findLastIndex((a) => !outcomes.includes(a.outcome ?? ''));
  return trail.length - 1 - other;
}

const longestGapMs = 60 * 60_000;

/**
 * How long the last send has been looked after, in milliseconds: of the time between two steps no more than an hour, or
 * than the platform asked for, is counted. A machine that was off for days, or whose clock leapt, has not looked in the meantime.
 */
export function watchedMs(trail: Trail): number {
  const since = trail.slice(Math.max(0, trail.findLastIndex(begun)));
  return since.reduce((sum, a, i) => {
    const before = since[i - 1];
    if (!a.finishedAt || !before?.finishedAt) return sum;
    const gap = a.finishedAt.getTime() - before.finishedAt.getTime();
    return sum + Math.max(0, Math.min(gap, Math.max(longestGapMs, Number(before.progress.resultAfter ?? 0))));
  }, 0);
}
