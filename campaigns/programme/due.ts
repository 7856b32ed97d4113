import { readable } from '../bulkhead/each.ts';
import { addDays, daysBetween, weekdayIndex, type CivilDay } from '../calendar/civil-day.ts';
import type { Workdays } from '../calendar/workday.ts';
import type { Task } from './task.ts';

/** `late`: done, but after its day. `soon`: due within a week. */
export type Standing = 'done' | 'late' | 'overdue' | 'soon' | 'open';

export interface DatedTask extends Task {
  due: CivilDay;
  standing: Standing;
}

const soonDays = 7;

/**
 * The working day until which a task is due: `offsetDays` from the occasion's first day, moved back to the nearest
 * working day. In a year without a table of working days only weekends are avoided.
 */
export function dueDay(start: CivilDay, offsetDays: number, workdays: Pick<Workdays, 'isWorkday'>): CivilDay {
  let day = addDays(start, offsetDays);
  while (!(workdays.isWorkday(day) ?? weekdayIndex(day) % 6 !== 0)) day = addDays(day, -1);
  return day;
}

/** Tasks with their days and how they stand on `today`, nearest deadline first; one that has no day is told as stuck and left out. */
export function dateTasks(
  tasks: readonly Task[],
  start: CivilDay,
  workdays: Pick<Workdays, 'isWorkday'>,
  today: CivilDay,
): DatedTask[] {
  return readable(
    tasks,
    ({ name, offsetDays }) => [`task ${start} ${name} ${offsetDays}`, `任务“${name}”`],
    (task) => {
      const due = dueDay(start, task.offsetDays, workdays);
      return { ...task, due, standing: standingOf(task, due, today) };
    },
  ).sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

function standingOf({ doneOn }: Task, due: CivilDay, today: CivilDay): Standing {
  if (doneOn) return doneOn <= due ? 'done' : 'late';
  if (due < today) return 'overdue';
  return daysBetween(today, due) <= soonDays ? 'soon' : 'open';
}
