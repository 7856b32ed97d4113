import { readable } from '../bulkhead/each.ts';
import type { CivilDay } from './civil-day.ts';
import { addDays } from './civil-day.ts';
import type { Occasion } from './occasion-schema.ts';
import { ruleDays, type DaySpan } from './rule-days.ts';

/** A person's record that this year's notice has arrived. */
export interface OccasionNotice {
  slug: string;
  year: number;
  /** `YYYY-MM-DD`, both inclusive. */
  start: CivilDay;
  end: CivilDay;
  docNo: string | null;
}

/** An occasion in one year. Days are `YYYY-MM-DD` in Asia/Shanghai, both inclusive. */
export interface OccasionDay {
  slug: string;
  name: string;
  /** With its ordinal: “第49个质量月”. */
  title: string;
  ordinal: number | null;
  /** First year in which it was held; null when the sources do not say. */
  since: number | null;
  start: CivilDay;
  end: CivilDay;
  /** The occasion's own day within the span: 正月初一 within the Spring Festival holiday. */
  day: CivilDay;
  kind: 'day' | 'span' | 'quiet';
  /** Proposed: no push may be scheduled yet. */
  state: 'proposed' | 'confirmed';
  ruleText: string;
  organiser: string;
  source: string;
  confidence: number;
  docNo: string | null;
}

/**
 * Dates every occasion in a civil year, by first day. Annual and week occasions stay `proposed` until a notice of that
 * year confirms them; an annual one without a default appears only with its notice. A notice's dates always win; of two
 * for the same occasion and year the last one counts.
 */
export function occasionDays(
  occasions: readonly Occasion[],
  year: number,
  notices: readonly OccasionNotice[],
): OccasionDay[] {
  return readable(
    occasions,
    ({ name, slug }) => [`occasion ${slug}`, `节点“${name}”`],
    (occasion) => {
      const notice = notices.findLast((n) => n.slug === occasion.slug && n.year === year) ?? null;
      return dated(occasion, year, notice) ?? [];
    },
  )
    .flat()
    .sort((a, b) => compare(a.start, b.start) || compare(b.end, a.end) || compare(a.slug, b.slug));
}

function dated(occasion: Occasion, year: number, notice: OccasionNotice | null): OccasionDay | null {
  if (occasion.since !== undefined && year < occasion.since) return null;
  const own = ruleDays(occasion.rule, year);
  const days = notice ?? (own && withHoliday(occasion, year, own));
  if (!days) return null;
  const ordinal = occasion.ordinal && year > occasion.ordinal.base ? year - occasion.ordinal.base : null;
  const inside = own && own.start >= days.start && own.start <= days.end;
  return {
    slug: occasion.slug,
    name: occasion.name,
    title:
      ordinal === null ? occasion.name : (occasion.ordinal?.pattern.replace('{n}', String(ordinal)) ?? occasion.name),
    ordinal,
    since: occasion.since ?? null,
    start: days.start,
    end: days.end,
    day: inside ? own.start : days.start,
    kind: occasion.quiet ? 'quiet' : days.start === days.end ? 'day' : 'span',
    state: notice || !needsNotice(occasion) ? 'confirmed' : 'proposed',
    ruleText: occasion.ruleText,
    organiser: occasion.organiser,
    source: occasion.source,
    confidence: occasion.confidence,
    docNo: notice?.docNo ?? null,
  };
}

/** True for occasions whose date a person must confirm every year. */
export function needsNotice(occasion: Occasion): boolean {
  return occasion.rule.kind === 'annual' || occasion.rule.kind === 'week';
}

function withHoliday(occasion: Occasion, year: number, own: DaySpan): DaySpan {
  const { span } = occasion;
  if (!span) return own;
  const arranged = span.arranged?.find((entry) => entry.year === year);
  if (arranged) return { start: arranged.start, end: arranged.end };
  if (span.since !== undefined && year < span.since) return own;
  return { start: addDays(own.start, -span.before), end: addDays(own.end, span.after) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
