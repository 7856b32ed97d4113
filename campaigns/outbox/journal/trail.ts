import type { Attempt, AttemptOutcome, RunningAttempt } from '../../ports/attempt.ts';
import type { Delivery, GoneBy, Progress } from '../../ports/delivery.ts';

/**
 * Reading a delivery's attempts, earliest first. They alone decide what may happen next: the delivery row is only
 * their projection, so a stale or lost write to it can cost time but never a second send.
 */
export type Trail = readonly Attempt[];

/** True while the attempt is being made, and of one that a crash has left behind. */
export const isRunning = (a: Attempt | undefined): a is RunningAttempt => a?.finishedAt === null;

/** True when somebody is at it: it runs, and its lease has not run out. */
export const isHeld = (a: Attempt | undefined, now: Date): boolean => isRunning(a) && a.leaseUntil >= now;

/** True when nothing may be entered now: an attempt runs, or a crash has left the row behind its attempts (the next tick mends both). */
export const isBusy = (delivery: Pick<Delivery, 'attempts'>, trail: Trail): boolean =>
  isRunning(trail.at(-1)) || delivery.attempts < (trail.at(-1)?.number ?? 0);

/** How long the outcome asks to wait before the next step, in milliseconds. */
export const afterOf = (a: Attempt): number => ('after' in a ? a.after : 0);

/** True when the attempt may have reached out: it was marked so before the channel was called. */
export const begun = (a: Attempt): boolean => a.begun;

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
export function isOut(trail: Trail): boolean {
  const outcome = trail.at(-1)?.outcome;
  return outcome === 'superseded' || outcome === 'not-live';
}

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
  for (const { progress } of trail) Object.assign(all, progress);
  return all;
}

/** Who took the copy off that had been out, as was found last; null when nobody has. */
export function goneLaterOf(trail: Trail): GoneBy | null {
  const found = trail.findLast((a) => 'goneLater' in a && a.goneLater !== null);
  return found && 'goneLater' in found ? found.goneLater : null;
}

/** The last send that may have been executed. */
export const lastSend = (trail: Trail): Attempt | undefined => trail.findLast(begun);

/** When that send may have been executed at the latest. */
export const lastSendAt = (trail: Trail): Date | null => lastSend(trail)?.finishedAt ?? null;

/** When a person last put it back into the queue. */
export const resumedAt = (trail: Trail): Date | null =>
  trail.findLast((a) => a.outcome === 'resumed')?.finishedAt ?? null;

/** How many attempts at the end of the trail have one of these outcomes. */
export function run(trail: Trail, outcomes: readonly AttemptOutcome[]): number {
  const other = trail.findLastIndex((a) => a.outcome === null || !outcomes.includes(a.outcome));
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
    return sum + Math.max(0, Math.min(gap, Math.max(longestGapMs, afterOf(before))));
  }, 0);
}
