import type { Folded } from '../fold/fold.ts';
import { digitRuns } from './digit-runs.ts';
import { findAddresses } from './find-addresses.ts';
import { findAlike } from './find-alike.ts';
import { findCards } from './find-cards.ts';
import { findChineseNumerals } from './find-chinese-numerals.ts';
import { findIds } from './find-ids.ts';
import { findMasked } from './find-masked.ts';
import { findPhones } from './find-phones.ts';
import { findPlates } from './find-plates.ts';
import { findTravelPapers } from './find-travel-papers.ts';
import { createLabels } from './labels.ts';
import type { Match } from './match.ts';

/** Mobile numbers that an office has published itself, digits only. */
export interface PersonalDataOptions {
  officeNumbers?: ReadonlySet<string>;
}

const nobody: ReadonlySet<string> = new Set();

/**
 * Everything in a text that belongs to a person (law.md §1.3, G06, G07). The graver reading of a place wins.
 * @param source what was folded, when its tags are markup: their attributes say what a number is
 */
export function findPersonalData(
  folded: Folded,
  { officeNumbers = nobody }: PersonalDataOptions = {},
  source: string | null = null,
): Match[] {
  const { text } = folded;
  const labels = createLabels(folded, source);
  const runs = digitRuns(text).filter(({ digits }) => digits.length >= 15);
  const inOrder = [
    ...findIds(text, runs, labels).sort((a, b) => Number(a.level === 'warn') - Number(b.level === 'warn')),
    ...findChineseNumerals(text),
    ...findAlike(text, labels, officeNumbers),
    ...findMasked(text),
    ...findTravelPapers(text, labels, source?.includes('<') === true),
    ...findCards(text, labels),
    ...findPhones(text, officeNumbers),
    ...findPlates(text),
    ...findAddresses(text, labels),
  ];
  const kept: Match[] = [];
  const taken = new Intervals();
  for (const match of inOrder) if (taken.add(match.from, match.to)) kept.push(match);
  return kept.sort((a, b) => a.from - b.from);
}

/** Places already explained, in buckets of 64 characters, so that a text full of findings stays linear. */
class Intervals {
  readonly #taken = new Map<number, [number, number][]>();

  /** False when something taken overlaps. */
  add(from: number, to: number): boolean {
    const buckets = [];
    for (let b = from >> 6; b <= to >> 6; b += 1) buckets.push(b);
    if (buckets.some((b) => this.#taken.get(b)?.some(([f, t]) => f < to && from < t))) return false;
    for (const b of buckets) this.#taken.set(b, [...(this.#taken.get(b) ?? []), [from, to]]);
    return true;
  }
}
