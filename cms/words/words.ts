import { civilDay, daysBetween, moment, monthDay, partsOf, wallTime } from '../../campaigns/calendar/civil-day.ts';

export { moment, monthDay };

/** The same, with the year where it is not this one: 2027年3月15日 08:30. */
export function momentOf(instant: Date, now: Date): string {
  const [year, thisYear] = [instant, now].map((at) => partsOf(civilDay(at)).year);
  return year === thisYear ? moment(instant) : `${year}年${moment(instant)}`;
}

/** 09:00:04, Asia/Shanghai. */
export const clock = (instant: Date): string =>
  `${wallTime(instant)}:${String(instant.getUTCSeconds()).padStart(2, '0')}`;

/** 今天 12:00, 明天 09:00, 6月21日 09:00. */
export function nearMoment(instant: Date, now: Date): string {
  const away = daysBetween(civilDay(now), civilDay(instant));
  const day = { '-1': '昨天', '0': '今天', '1': '明天' }[String(away)] ?? monthDay(civilDay(instant));
  return `${day} ${wallTime(instant)}`;
}

/** 25 分钟, 4 小时, 1 天 4 小时, 12 天: how long something has waited, rounded down. */
export function lasting(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (hours === 0) return `${minutes}分钟`;
  if (days === 0) return `${hours}小时`;
  return days > 6 || hours % 24 === 0 ? `${days}天` : `${days}天${hours % 24}小时`;
}

/** 7c1e…a94f */
export const shortHash = (hash: string): string => (hash.length > 9 ? `${hash.slice(0, 4)}…${hash.slice(-4)}` : hash);

/** At most `limit` characters, the rest as one ellipsis. */
export function shorten(text: string, limit: number): string {
  const letters = [...text];
  return letters.length > limit ? `${letters.slice(0, limit - 1).join('')}…` : text;
}
