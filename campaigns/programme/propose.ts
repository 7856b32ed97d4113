import { dayOf, type CivilDay } from '../calendar/civil-day.ts';
import type { OccasionDay } from '../calendar/occasion-days.ts';
import type { ProgrammeRules } from './rules-schema.ts';

/** What deciding about a proposal needs of a campaign. */
export interface Candidate {
  id: string;
  slug: string;
  year: number;
  occasion: string;
  state: 'draft' | 'confirmed';
  /** The last year for which a proposal was made or was not needed. */
  proposedFor: number | null;
}

export interface Proposals<C extends Candidate> {
  /** Next year's draft is to be made from these. */
  make: C[];
  /** Next year has a campaign already: to be remembered, so that its deletion is not answered by a proposal. */
  settled: C[];
}

/** The years whose campaigns may be proposed again on `today`: this one once its day has come, and the last one late. */
export function proposingYears(today: CivilDay, { proposals: { from } }: ProgrammeRules): number[] {
  const year = Number(today.slice(0, 4));
  return [year - 1, year].filter((y) => dayOf(y, from.month, from.day) <= today);
}

/**
 * Compares this year's confirmed campaigns with next year's. A campaign counts as carried on when one of the same
 * occasion or name exists next year; what next year has no date for, or is past already, waits.
 */
export function proposalsOf<C extends Candidate>(
  year: number,
  campaigns: readonly C[],
  nextDays: readonly OccasionDay[],
  today: CivilDay,
): Proposals<C> {
  const next = campaigns.filter((c) => c.year === year + 1);
  const open = campaigns.filter((c) => c.year === year && c.state === 'confirmed' && (c.proposedFor ?? 0) <= year);
  const carriedOn = (c: C) => next.some(({ occasion, slug }) => occasion === c.occasion || slug === c.slug);
  const dated = (c: C) => nextDays.some(({ slug, start }) => slug === c.occasion && start > today);
  return { settled: open.filter(carriedOn), make: open.filter((c) => !carriedOn(c) && dated(c)) };
}
