import type { OccasionDay } from '../../../cms/read/occasion.ts';
import { daysBetween } from '../../words/date.ts';
import { civil, dayOf, daysInMonth, weekdayIndex } from './civil.ts';

/** Class names too: over, under way, still to come. */
type When = 'done' | 'live' | 'ahead';

export interface Placed {
  occasion: OccasionDay;
  /** First column 1–31 and number of columns. */
  from: number;
  columns: number;
  /** Row 1, 2, 3 … within the month. */
  lane: number;
  bar: boolean;
  /** The words stand left of the mark, because they would run out at the right. */
  left: boolean;
  /** It began in an earlier month. */
  continued: boolean;
  /** First and last day within this month. */
  start: string;
  end: string;
  state: When;
}

export interface MonthRow {
  month: number;
  days: number;
  /** How many columns of the week lie before the 1st, weeks beginning on Monday: 0–6. */
  offset: number;
  /** Occasions that begin in this month. */
  count: number;
  entries: Placed[];
  state: When;
}

/** A column is 35 px wide on the desk, a character of a label about 15. */
const columnsOf = (text: string, extra: number): number => Math.ceil(([...text].length * 15 + extra) / 35);

/**
 * The year as twelve rows of 31 columns. Long bars come first, then by date; each takes the highest row in which
 * neither mark nor words touch a neighbour. What crosses the end of a month appears in each month it touches.
 */
export function yearGrid(year: number, today: string, occasions: OccasionDay[]): MonthRow[] {
  return Array.from({ length: 12 }, (_, i) => monthRow(year, i + 1, today, occasions));
}

function monthRow(year: number, month: number, today: string, occasions: OccasionDay[]): MonthRow {
  const days = daysInMonth(year, month);
  const [first, last] = [civil(year, month, 1), civil(year, month, days)];
  const touching = occasions.filter((o) => o.start <= last && o.end >= first);
  const length = (o: OccasionDay): number => daysBetween(o.start, o.end);
  const order = [...touching].sort(
    (a, b) =>
      Number(length(b) >= 27) - Number(length(a) >= 27) || a.start.localeCompare(b.start) || length(b) - length(a),
  );
  const lanes: [number, number][][] = [];
  const entries = order.map((occasion): Placed => {
    const start = occasion.start < first ? first : occasion.start;
    const end = occasion.end > last ? last : occasion.end;
    const bar = occasion.start !== occasion.end;
    const from = dayOf(start);
    const columns = dayOf(end) - from + 1;
    const words =
      label(occasion) + (occasion.state === 'proposed' ? ' 待确认' : occasion.kind === 'quiet' ? ' 静默日' : '');
    const need = bar ? Math.max(columns, columnsOf(words, 22)) : 1 + columnsOf(words, 14);
    const left = from + need - 1 > 31 && need > columns && dayOf(end) - need >= 0;
    const taken: [number, number] = left ? [dayOf(end) - need + 1, dayOf(end)] : [from, from + need - 1];
    let lane = lanes.findIndex((row) => row.every(([a, b]) => taken[1] < a || taken[0] > b));
    if (lane < 0) lane = lanes.push([]) - 1;
    lanes[lane]?.push(taken);
    return {
      occasion,
      from,
      columns,
      lane: lane + 1,
      bar,
      left,
      continued: occasion.start < first,
      start,
      end,
      state: when(occasion.start, occasion.end, today),
    };
  });
  const byDate = entries.sort((a, b) => a.start.localeCompare(b.start) || b.columns - a.columns || a.lane - b.lane);
  return {
    month,
    days,
    offset: (weekdayIndex(first) + 6) % 7,
    count: touching.filter((o) => o.start >= first).length,
    entries: byDate,
    state: when(first, last, today),
  };
}

/** More than two thirds of a year: such an occasion belongs to no month. */
export const isAllYear = (o: { start: string; end: string }): boolean => daysBetween(o.start, o.end) > 240;

/** A span carries its ordinal (“第49个质量月”); beside a day there is room for its name only. */
export const label = (occasion: OccasionDay): string =>
  occasion.start === occasion.end ? occasion.name : occasion.title;

function when(start: string, end: string, today: string): When {
  return end < today ? 'done' : start > today ? 'ahead' : 'live';
}
