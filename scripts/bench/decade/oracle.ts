import { Solar } from 'lunar-typescript';
import type { Occasion } from '../../../campaigns/calendar/occasion-schema.ts';

/** First and last day, `YYYY-MM-DD`, both inclusive. */
export type Span = [start: string, end: string];

const text = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const dayMs = 86_400_000;
const yearOf = (year: number) =>
  Array.from({ length: (Date.UTC(year + 1, 0) - Date.UTC(year, 0)) / dayMs }, (_, n) => Date.UTC(year, 0) + n * dayMs);
const isIn = (month: number) => (ms: number) => new Date(ms).getUTCMonth() + 1 === month;
const isMonday = (ms: number) => new Date(ms).getUTCDay() === 1;
const lunarOf = (ms: number) => {
  const [year = 0, month = 0, day = 0] = text(ms).split('-').map(Number);
  return Solar.fromYmd(year, month, day).getLunar();
};

/**
 * Where an occasion's rule falls, worked out in another way than the calendar does: by going through every day of the
 * year and asking a second lunar library (lunar-typescript) or plain arithmetic. Null when nobody can guess.
 */
export function oracle(rule: Occasion['rule'], year: number): Span | null {
  const days = yearOf(year);
  const only = (found: number | undefined): Span | null => (found === undefined ? null : [text(found), text(found)]);
  switch (rule.kind) {
    case 'fixed': {
      const [from, to] = [rule, rule.to ?? rule].map((d) => text(Date.UTC(year, d.month - 1, d.day)));
      return from && to ? [from, to] : null;
    }
    case 'month': {
      const own = days.filter(isIn(rule.month)).map(text);
      return [own[0] ?? '', own.at(-1) ?? ''];
    }
    case 'lunar':
      return only(days.find((ms) => lunarOf(ms).getMonth() === rule.month && lunarOf(ms).getDay() === rule.day));
    case 'solar-term':
      return only(days.find((ms) => lunarOf(ms).getJieQi() === rule.term));
    case 'week':
      return week(rule, days);
    case 'year-round':
      return [text(days[0] ?? 0), text(days.at(-1) ?? 0)];
    case 'annual':
      return rule.default ? oracle(rule.default, year) : null;
  }
}

/** Among the Mondays of the year and of the days just before it, the one whose week is meant. */
function week(rule: Extract<Occasion['rule'], { kind: 'week' }>, days: readonly number[]): Span | null {
  const mondays = [...Array.from({ length: 7 }, (_, n) => (days[0] ?? 0) - (7 - n) * dayMs), ...days].filter(isMonday);
  const own = days.filter(isIn(rule.month));
  const weekOf = (ms: number) => mondays.findLast((monday) => monday <= ms);
  const first = own[0] ?? 0;
  const start =
    rule.around !== undefined
      ? weekOf(own[rule.around - 1] ?? 0)
      : rule.reckon === 'monday'
        ? mondays.filter((m) => m >= first)[(rule.nth ?? 1) - 1]
        : mondays.filter((m) => m >= (weekOf(first) ?? 0))[(rule.nth ?? 1) - 1];
  return start === undefined ? null : [text(start), text(start + 6 * dayMs)];
}
