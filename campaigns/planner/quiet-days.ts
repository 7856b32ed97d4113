import { addDays, type CivilDay } from '../calendar/civil-day.ts';
import type { OccasionDay } from '../calendar/occasion-days.ts';

/** Every civil day on which festive posts are held. */
export function quietDays(days: readonly Pick<OccasionDay, 'kind' | 'start' | 'end'>[]): Set<CivilDay> {
  const quiet = new Set<CivilDay>();
  for (const { kind, start, end } of days) {
    if (kind !== 'quiet') continue;
    for (let day = start; day <= end; day = addDays(day, 1)) quiet.add(day);
  }
  return quiet;
}
