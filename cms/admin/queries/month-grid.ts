import {
  addDays,
  daysBetween,
  lastDayOfMonth,
  dayOf,
  partsOf,
  weekdayIndex,
  type CivilDay,
} from '../../../campaigns/calendar/civil-day.ts';

/** Something that lasts some days, inclusive. */
export interface Span {
  start: CivilDay;
  end: CivilDay;
}

/** A span's piece within one week. `from` and `to` are columns 0 (Monday) … 6. */
export interface Bar<S extends Span> {
  span: S;
  lane: number;
  from: number;
  to: number;
  /** The span begins (ends) in this week. */
  opens: boolean;
  closes: boolean;
}

export interface Week<S extends Span> {
  days: CivilDay[];
  bars: Bar<S>[];
  lanes: number;
}

/** The weeks, from Monday, that a month (1–12) touches, with the spans laid in lanes: long ones first, then by date. */
export function monthGrid<S extends Span>(year: number, month: number, spans: readonly S[]): Week<S>[] {
  const first = dayOf(year, month, 1);
  const last = lastDayOfMonth(year, month);
  const weeks: Week<S>[] = [];
  for (let monday = addDays(first, -((weekdayIndex(first) + 6) % 7)); monday <= last; monday = addDays(monday, 7)) {
    const days = Array.from({ length: 7 }, (_, i) => addDays(monday, i));
    const bars = barsOf(monday, spans);
    weeks.push({ days, bars, lanes: bars.reduce((most, { lane }) => Math.max(most, lane + 1), 0) });
  }
  return weeks;
}

function barsOf<S extends Span>(monday: CivilDay, spans: readonly S[]): Bar<S>[] {
  const sunday = addDays(monday, 6);
  const taken: boolean[][] = [];
  return spans
    .filter(({ start, end }) => start <= sunday && end >= monday)
    .sort((a, b) => daysBetween(b.start, b.end) - daysBetween(a.start, a.end) || (a.start < b.start ? -1 : 1))
    .map((span) => {
      const from = Math.max(0, daysBetween(monday, span.start));
      const to = Math.min(6, daysBetween(monday, span.end));
      let lane = 0;
      while (taken[lane]?.slice(from, to + 1).some(Boolean)) lane += 1;
      const row = (taken[lane] ??= Array<boolean>(7).fill(false));
      row.fill(true, from, to + 1);
      return { span, lane, from, to, opens: span.start >= monday, closes: span.end <= sunday };
    });
}

/** The month before or after, as `YYYY-MM`. */
export function monthAway(year: number, month: number, by: number): string {
  const { year: y, month: m } = partsOf(
    dayOf(year + Math.floor((month - 1 + by) / 12), ((((month - 1 + by) % 12) + 12) % 12) + 1, 1),
  );
  return `${y}-${String(m).padStart(2, '0')}`;
}
