import chineseDays from 'chinese-days';
import { addDays, dayOf, type CivilDay } from './civil-day.ts';

/** Days that differ from the plain week: true = work (调休), false = holiday. */
export type WorkdayTable = ReadonlyMap<CivilDay, boolean>;

const cache = new Map<number, WorkdayTable | null>();

/** The library's table of 国办's arrangement for one year, or null when it does not know that year. */
export function stateCouncilTable(year: number): WorkdayTable | null {
  const known = cache.get(year);
  if (known !== undefined) return known;
  const table = new Map<CivilDay, boolean>();
  for (let day = dayOf(year, 1, 1); day <= dayOf(year, 12, 31); day = addDays(day, 1)) {
    const { name, work } = chineseDays.getDayDetail(day);
    // Days of an arrangement are named “Spring Festival,春节,4”; all others carry only a weekday.
    if (name.includes(',')) table.set(day, work);
  }
  // 调休 of the next New Year can reach into December: a few days do not make a table.
  const result = table.size >= 7 ? table : null;
  cache.set(year, result);
  return result;
}
