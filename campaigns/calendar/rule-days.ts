import { addDays, dayOf, lastDayOfMonth, weekdayIndex, type CivilDay } from './civil-day.ts';
import { lunarDays } from './lunar.ts';
import type { Rule } from './occasion-schema.ts';
import { solarTermDay } from './solar-term.ts';

export interface DaySpan {
  start: CivilDay;
  end: CivilDay;
}

/** Where a rule falls in a civil year, both days inclusive; null when it does not, or nobody can guess. */
export function ruleDays(rule: Rule, year: number): DaySpan | null {
  switch (rule.kind) {
    case 'fixed':
      return {
        start: dayOf(year, rule.month, rule.day),
        end: rule.to ? dayOf(year, rule.to.month, rule.to.day) : dayOf(year, rule.month, rule.day),
      };
    case 'month':
      return { start: dayOf(year, rule.month, 1), end: lastDayOfMonth(year, rule.month) };
    case 'week': {
      const start = weekStart(rule, year);
      return { start, end: addDays(start, 6) };
    }
    case 'lunar': {
      const [day] = lunarDays(year, rule.month, rule.day);
      return day ? { start: day, end: day } : null;
    }
    case 'solar-term': {
      const day = solarTermDay(year, rule.term);
      return { start: day, end: day };
    }
    case 'year-round':
      return { start: dayOf(year, 1, 1), end: dayOf(year, 12, 31) };
    case 'annual':
      return rule.default ? ruleDays(rule.default, year) : null;
  }
}

type WeekRule = Extract<Rule, { kind: 'week' }>;

function weekStart(rule: WeekRule, year: number): CivilDay {
  const weeks = 7 * ((rule.nth ?? 1) - 1);
  const first = dayOf(year, rule.month, rule.around ?? 1);
  const monday = addDays(first, -((weekdayIndex(first) + 6) % 7));
  const toFirst = rule.reckon === 'monday' && monday < first ? 7 : 0;
  return addDays(monday, weeks + toFirst);
}
