import { civilDay, instantOf, wallTime } from '../../../campaigns/calendar/civil-day.ts';

/** What a clock in Beijing shows at an instant, as a date-and-time box holds it: `2026-03-08T09:00`; '' for none. */
export function toWallClock(value: unknown): string {
  const instant = typeof value === 'string' || value instanceof Date ? new Date(value) : null;
  return instant === null || Number.isNaN(instant.getTime()) ? '' : `${civilDay(instant)}T${wallTime(instant)}`;
}

/** The instant of such a text, ISO 8601 in UTC; null for an empty box and for what no clock shows. */
export function fromWallClock(text: string): string | null {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(text) ?? [];
  if (!day || !time) return null;
  try {
    return instantOf(day, time).toISOString();
  } catch {
    return null;
  }
}

/** For reading: 2026-03-08 09:00; '' for none. */
export const wallClockText = (value: unknown): string => toWallClock(value).replace('T', ' ');

/** What was entered, in words: browsers write their boxes in their own language. 2026年3月8日 周日 09:00 */
export function spokenWallClock(text: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/.exec(text) ?? [];
  if (!year || fromWallClock(text) === null) return '';
  const weekday = '日一二三四五六'[new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay()];
  return `${year}年${Number(month)}月${Number(day)}日 周${weekday} ${time}`;
}
