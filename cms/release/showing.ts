import type { CivilDay } from '../../campaigns/calendar/civil-day.ts';
import { civilDay, instantOf, minuteInstant, wallTime } from '../../campaigns/calendar/civil-day.ts';
import type { Release } from '../payload-types.ts';

/** 上线时间 of a release: nothing of it is to be seen before `from`, nor from `until` on. Null: at once; for ever. */
export interface Showing {
  from: Date | null;
  until: Date | null;
}

type Timed = Pick<Release, 'showFrom' | 'showUntil'>;

export const showingOf = ({ showFrom, showUntil }: Timed): Showing => ({
  from: showFrom ? new Date(showFrom) : null,
  until: showUntil ? new Date(showUntil) : null,
});

/** True while nobody outside may know of it. Of a row without an instant that says so nobody knows when: not yet. */
export const isAhead = (from: string | null | undefined, now: Date): boolean =>
  !from || !(Date.parse(from) <= now.getTime());

/**
 * An instant as `publications.until` keeps it: `2027-03-15T09:00` by China's clock. Days (`2027-03-15`, gone at 00:00) stand in
 * the same column: as text they sort among the minutes, so that one comparison with `endText(now)` answers for both.
 */
export const endText = (instant: Date): string => `${civilDay(instant)}T${wallTime(instant)}`;

/** When such an end comes. */
export const endInstant = (end: CivilDay | string): Date => minuteInstant(end) ?? instantOf(end);

/** It ends because somebody chose how long to show it, not because a period of the law is over. */
export const isShowingEnd = (end: string): boolean => end.includes('T');

type Signing = Pick<Release, 'signedAt'> & {
  showFrom?: string | null | undefined;
  takenBackAt?: string | null | undefined;
};

/** When the first of these releases could be read. @param releases all of a story, by version, at least one */
export function firstShownAt(releases: readonly Signing[]): string {
  const seenFrom = ({ showFrom, signedAt }: (typeof releases)[number]) =>
    new Date(showFrom && Date.parse(showFrom) > Date.parse(signedAt) ? showFrom : signedAt).toISOString();
  // One whose time had not come when it was taken back, or the next was signed, was never seen.
  const seen = releases.find((one, i) =>
    [one.takenBackAt, releases[i + 1]?.signedAt].every((end) => !end || Date.parse(seenFrom(one)) <= Date.parse(end)),
  );
  const first = seen ?? releases.at(-1);
  if (!first) throw new Error('no release');
  return seenFrom(first);
}
