import { civilDay } from '../../../campaigns/calendar/civil-day.ts';
import type { Task } from './my-work.ts';

/** What was given to me by name first, then what is overdue, then the nearest day, then the planned time, then how long it waits. */
export const inOrder =
  (now: Date) =>
  (a: Task, b: Task): number =>
    first(a.mine, b.mine) ||
    first(isOverdue(a, now), isOverdue(b, now)) ||
    text(nearest(a), nearest(b)) ||
    byDeadline(a, b);

/** The review should have been done by now. */
export const isOverdue = ({ reviewDue }: Pick<Task, 'reviewDue'>, now: Date): boolean =>
  reviewDue !== undefined && reviewDue !== null && reviewDue < now;

const first = (a: boolean | undefined, b: boolean | undefined): number => Number(b ?? false) - Number(a ?? false);
const text = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** The civil day of the nearer of both terms; what has none comes last. */
function nearest({ due, reviewDue }: Task): string {
  const days = [due, reviewDue].flatMap((term) => (term ? [civilDay(term)] : []));
  return days.sort()[0] ?? '9999-12-31';
}

/** Those that must be done by a time first, the others by how long they have waited. */
function byDeadline(a: Task, b: Task): number {
  if (a.due && b.due) return a.due.getTime() - b.due.getTime();
  if (a.due || b.due) return a.due ? -1 : 1;
  return a.since.getTime() - b.since.getTime();
}
