import { addDays, dayOf, lastDayOfMonth, partsOf, type CivilDay } from '../../campaigns/calendar/civil-day.ts';

/** The same day `n` months later; the last day of a month that is shorter. */
export function addMonths(day: CivilDay, n: number): CivilDay {
  const { day: of, month, year } = partsOf(day);
  const index = year * 12 + month - 1 + n;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  const first = dayOf(y, m, 1);
  const wanted = addDays(first, of - 1);
  return wanted.slice(0, 7) === first.slice(0, 7) ? wanted : lastDayOfMonth(y, m);
}
