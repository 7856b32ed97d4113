/**
 * Civil days of Asia/Shanghai as `YYYY-MM-DD`. Pure arithmetic at UTC+8: the machine's zone and its ICU data play no part.
 * China has had no summer time since 1992, so instants before that year may be an hour off.
 */
export type CivilDay = string;

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const OFFSET = 480 * MINUTE;
const weekdays = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'];

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isCivilDay(text: string): boolean {
  // Arithmetic alone: a planning tick asks this for every post.
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (leap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= days;
}

/** The civil day in Asia/Shanghai on which `instant` falls. */
export function civilDay(instant: Date): CivilDay {
  return new Date(instant.getTime() + OFFSET).toISOString().slice(0, 10);
}

/** The wall clock in Asia/Shanghai at `instant`, `HH:mm`. */
export function wallTime(instant: Date): string {
  return new Date(instant.getTime() + OFFSET).toISOString().slice(11, 16);
}

/** `2026-06-14 09:00` in Asia/Shanghai, for people. */
export function minuteText(instant: Date): string {
  return `${civilDay(instant)} ${wallTime(instant)}`;
}

/** ISO 8601 with the zone written out, to the second: `2026-06-14T09:00:00+08:00`. */
export function instantText(instant: Date): string {
  return `${new Date(instant.getTime() + OFFSET).toISOString().slice(0, 19)}+08:00`;
}

/**
 * The instant at which a clock in China shows `time` (`HH:mm`) on `day`.
 * @throws RangeError (Chinese sentence) for a day or time that does not exist.
 */
export function instantOf(day: CivilDay, time = '00:00'): Date {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hour === undefined) throw new RangeError(`时间“${time}”不对：请写成 09:00 这样的 24 小时制时分。`);
  return new Date(utcOf(day) + (Number(hour) * 60 + Number(minute)) * MINUTE - OFFSET);
}

/** The last instant (to the millisecond) of `day` in Asia/Shanghai. */
export function endOf(day: CivilDay): Date {
  return new Date(instantOf(addDays(day, 1)).getTime() - 1);
}

/** Milliseconds from `instant` to the next 00:00 in Asia/Shanghai, never 0. */
export function untilMidnight(instant: Date): number {
  return DAY - ((instant.getTime() + OFFSET) % DAY);
}

/** `n` days after `day` (before it when negative). */
export function addDays(day: CivilDay, n: number): CivilDay {
  return new Date(utcOf(day) + n * DAY).toISOString().slice(0, 10);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDay, to: CivilDay): number {
  return (utcOf(to) - utcOf(from)) / DAY;
}

/** 0 for Sunday … 6 for Saturday. */
export function weekdayIndex(day: CivilDay): number {
  return new Date(utcOf(day)).getUTCDay();
}

/** 星期日 … 星期六. */
export function weekday(day: CivilDay): string {
  return weekdays[weekdayIndex(day)] ?? '';
}

/** The day's year, month (1–12) and day of the month. */
export function partsOf(day: CivilDay): { year: number; month: number; day: number } {
  const date = new Date(utcOf(day));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `YYYY-MM-DD` from numbers. @throws RangeError when there is no such day. */
export function dayOf(year: number, month: number, day: number): CivilDay {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  utcOf(text);
  return text;
}

/** The last day of a month (1–12). */
export function lastDayOfMonth(year: number, month: number): CivilDay {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** 2027年3月10日; what is no day stays as it is, because a preview may ask before the day is typed. */
export function dayInWords(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(day) ?? [];
  return year ? `${year}年${Number(month)}月${Number(date)}日` : day;
}

/** 6月14日 */
export function monthDay(day: CivilDay): string {
  const { month, day: date } = partsOf(day);
  return `${month}月${date}日`;
}

/** 6月14日 09:00, Asia/Shanghai. */
export const moment = (instant: Date): string => `${monthDay(civilDay(instant))} ${wallTime(instant)}`;

/** The instant of a minute by China's clock, `2027-03-15T09:00` as forms send it or with a blank as `minuteText` writes it; null for anything else. */
export function minuteInstant(text: string): Date | null {
  const [, day = '', time = ''] = /^(\d{4}-\d\d-\d\d)[T ]((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(text) ?? [];
  return isCivilDay(day) ? instantOf(day, time) : null;
}

function utcOf(day: CivilDay): number {
  if (!isCivilDay(day)) throw new RangeError(`日期“${day}”不对：请写成 2026-06-14 这样的年月日。`);
  return Date.parse(`${day}T00:00:00Z`);
}
