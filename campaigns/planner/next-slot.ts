import { addDays, civilDay, instantOf } from '../calendar/civil-day.ts';
import { judgeTime, type TimeQuestion } from './judge-time.ts';

const minute = 60_000;

/** When somebody is there to see that it has gone out well; the lead leaves a second person time to confirm. */
export const officeHours = { from: '09:00', to: '17:30', stepMinutes: 15, leadMinutes: 30, days: 60 };

/** The quarters of an hour of one day on which somebody is at the desk. */
const quarters = (day: string): Date[] => {
  const [first, last] = [instantOf(day, officeHours.from).getTime(), instantOf(day, officeHours.to).getTime()];
  const step = officeHours.stepMinutes * minute;
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => new Date(first + i * step));
};

/**
 * The next quarter of an hour within office hours of a working day at which all of these channels take the story and
 * nothing speaks against it: no full quota, no quiet day, no other push within the hour, no missed press deadline. Pure.
 * Null when there is none within two months.
 */
export function nextSlot(question: TimeQuestion): Date | null {
  const { channels, now, workdays } = question;
  const asked = new Set(channels);
  const near = {
    ...question,
    others: question.others.filter((post) => isNear(post, now) && post.channels.some((one) => asked.has(one))),
  };
  const earliest = now.getTime() + officeHours.leadMinutes * minute;
  const today = civilDay(now);
  for (let away = 0; away <= officeHours.days; away += 1) {
    const day = addDays(today, away);
    if (workdays.isWorkday(day) === false) continue;
    const found = quarters(day).find((at) => at.getTime() >= earliest && isGood(near, at));
    if (found) return found;
  }
  return null;
}

/** Whether a post can share a month with any of the days that are looked at. */
const isNear = ({ at }: { at: Date }, now: Date): boolean =>
  Math.abs(at.getTime() - now.getTime()) <= (officeHours.days + 32) * 1440 * minute;

function isGood(question: TimeQuestion, at: Date): boolean {
  const { refusals, warnings } = judgeTime(question, at);
  return refusals.length === 0 && warnings.length === 0;
}
