import { addDays, civilDay, instantOf, type CivilDay } from '../../campaigns/calendar/civil-day.ts';
import type { Workdays } from '../../campaigns/calendar/workday.ts';

export type WorkingHours = readonly { from: string; to: string }[];

/** Nobody waits longer than this; a table without any working day must not loop for ever. */
const farthest = 400;

/**
 * The instant `hours` working hours after `since`: counted only within the working hours of working days (Asia/Shanghai).
 * A year without a table of holidays counts every day, which gives an earlier, stricter time.
 */
export function addWorkingHours(
  since: Date,
  hours: number,
  spans: WorkingHours,
  workdays: Pick<Workdays, 'isWorkday'>,
): Date {
  let left = hours * 3_600_000;
  let day: CivilDay = civilDay(since);
  for (let i = 0; i < farthest; i += 1, day = addDays(day, 1)) {
    if (workdays.isWorkday(day) === false) continue;
    for (const { from, to } of spans) {
      const start = Math.max(instantOf(day, from).getTime(), since.getTime());
      const open = instantOf(day, to).getTime() - start;
      if (open <= 0) continue;
      if (left <= open) return new Date(start + left);
      left -= open;
    }
  }
  return instantOf(day);
}
