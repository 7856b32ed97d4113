import type { OccasionDay } from '../../../cms/read/occasion.ts';
import { daysBetween, numeralDate } from '../../words/date.ts';
import { addDays } from './civil.ts';
import { isAllYear } from './year-grid.ts';

interface RulerDay {
  /** Middle of the day as a percentage of the year. */
  x: number;
  look: 'day' | 'proposed' | 'quiet';
  /** “6·14”, or null where it would collide with a neighbour. */
  label: string | null;
}

interface RulerSpan {
  x: number;
  width: number;
  /** 0 = just above the base line, 2 = highest. */
  lane: number;
  proposed: boolean;
}

export interface RulerLayout {
  months: number[];
  days: RulerDay[];
  spans: RulerSpan[];
  today: number | null;
}

/** Labels nearer than this (per cent of the width) would touch at 960 px. */
const gap = 5;
const laneCount = 3;

/**
 * Places a year's occasions on one line, all positions as percentages of its width.
 * @param today `YYYY-MM-DD`; outside the year there is no today mark.
 */
export function layoutRuler(year: number, today: string, days: OccasionDay[]): RulerLayout {
  const first = `${year}-01-01`;
  const length = daysBetween(first, `${year + 1}-01-01`);
  const at = (day: string): number => round((daysBetween(first, day) / length) * 100);
  const middle = (day: string): number => round(((daysBetween(first, day) + 0.5) / length) * 100);
  const now = today.startsWith(`${year}-`) ? middle(today) : null;
  const points = days.filter((d) => d.start === d.end && d.start.startsWith(`${year}-`));
  const taken = now === null ? [] : [now];
  const labelled = new Set<OccasionDay>();
  for (const day of [...points].sort((a, b) => Number(b.campaignPath !== null) - Number(a.campaignPath !== null))) {
    const x = middle(day.start);
    if (x < 1.5 || x > 98.5 || taken.some((t) => Math.abs(t - x) < gap)) continue;
    taken.push(x);
    labelled.add(day);
  }
  return {
    months: Array.from({ length: 12 }, (_, i) => at(`${year}-${String(i + 1).padStart(2, '0')}-01`)),
    days: points.map((d) => ({
      x: middle(d.start),
      look: d.kind === 'quiet' ? 'quiet' : d.state === 'proposed' ? 'proposed' : 'day',
      label: labelled.has(d) ? numeralDate(d.start) : null,
    })),
    spans: laySpans(year, days, at),
    today: now,
  };
}

function laySpans(year: number, days: OccasionDay[], at: (day: string) => number): RulerSpan[] {
  const last = `${year}-12-31`;
  const spans = days
    .filter((d) => d.start !== d.end && !isAllYear(d))
    .map((d) => ({
      ...d,
      start: d.start < `${year}-01-01` ? `${year}-01-01` : d.start,
      end: d.end > last ? last : d.end,
    }))
    .filter((d) => d.start <= d.end)
    // Long before short, certain before proposed, then by date: who comes first lies lowest.
    .sort(
      (a, b) => Number(long(b)) - Number(long(a)) || a.state.localeCompare(b.state) || a.start.localeCompare(b.start),
    );
  const lanes: { start: string; end: string }[][] = Array.from({ length: laneCount }, () => []);
  return spans.map((span) => {
    // Months lie on the base line, weeks float above it: so a week inside a month stays visible.
    const order = long(span) ? [0, 1, 2] : [2, 1, 0];
    const free = order.find((lane) => lanes[lane]?.every((o) => o.end < span.start || o.start > span.end));
    // A year with more overlaps than lanes: the highest lane takes them all, so that the base line stays readable.
    const lane = free ?? laneCount - 1;
    lanes[lane]?.push(span);
    const x = at(span.start);
    return { x, width: round(at(addDays(span.end, 1)) - x), lane, proposed: span.state === 'proposed' };
  });
}

const long = (span: { start: string; end: string }): boolean => daysBetween(span.start, span.end) >= 20;

const round = (n: number): number => Math.round(n * 100) / 100;
