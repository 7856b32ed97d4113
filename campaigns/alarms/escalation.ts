import type { Urgency } from './alarm.ts';

export interface Escalation {
  /** Minutes after the alarm began at which it is told again, while it lasts. */
  again: readonly number[];
  /** After the last of these: again each so many minutes. */
  thenEvery: number;
}

const hour = 60;
const day = 24 * hour;

/** How often one is reminded. An urgent one wakes somebody; an ordinary one waits for office hours of the next days. */
export const escalations: Readonly<Record<Urgency, Escalation>> = {
  urgent: { again: [15, hour, 4 * hour, 12 * hour, day], thenEvery: day },
  ordinary: { again: [day, 3 * day], thenEvery: 7 * day },
};

/** More of the same is told at once, but not more often than this. */
export const worseMinutes = 15;

/** The last reminder that was due by `minutes` after the beginning, as minutes after it; 0 is the beginning itself. */
export function lastReminder(urgency: Urgency, minutes: number): number {
  const { again, thenEvery } = escalations[urgency];
  const last = again.at(-1) ?? 0;
  if (minutes >= last) return last + Math.floor((minutes - last) / thenEvery) * thenEvery;
  return again.findLast((at) => at <= minutes) ?? 0;
}
