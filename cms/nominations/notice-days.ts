import { addDays, weekdayIndex, type CivilDay } from '../../campaigns/calendar/civil-day.ts';
import type { Workdays } from '../../campaigns/calendar/workday.ts';

const longest = 366;

/** Working days from `from` to `to`, both counted. In a year whose table is not out yet Monday to Friday count. */
export function workingDaysWithin(from: CivilDay, to: CivilDay, workdays: Pick<Workdays, 'isWorkday'>): number {
  let count = 0;
  for (let day = from, n = 0; day <= to && n < longest; day = addDays(day, 1), n += 1) {
    if (workdays.isWorkday(day) ?? ![0, 6].includes(weekdayIndex(day))) count += 1;
  }
  return count;
}
