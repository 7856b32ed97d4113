/** Arithmetic on civil days (`YYYY-MM-DD`); no time zone is involved, so UTC serves as a neutral calendar. */
const ms = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: string, count: number): string =>
  new Date(ms(day) + count * 86_400_000).toISOString().slice(0, 10);

/** Days from `from` to `to`; 0 when equal, negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((ms(to) - ms(from)) / 86_400_000);

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (day: string): number => new Date(ms(day)).getUTCDay();

export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

export const daysInYear = (year: number): number => daysBetween(`${year}-01-01`, `${year + 1}-01-01`);

/** `civil(2026, 6, 1)` → `2026-06-01`. */
export const civil = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Month 1–12 and day 1–31 of a civil day. */
export const monthOf = (day: string): number => Number(day.slice(5, 7));
export const dayOf = (day: string): number => Number(day.slice(8, 10));

/** “6月14日” */
export const shortDate = (day: string): string => `${monthOf(day)}月${dayOf(day)}日`;

/** “6月7日—13日”, “6月7日—7月2日”, or one day. */
export function dateRange(start: string, end: string): string {
  if (start === end) return shortDate(start);
  const same = start.slice(0, 7) === end.slice(0, 7);
  return `${shortDate(start)}—${same ? `${dayOf(end)}日` : shortDate(end)}`;
}

const digits = '〇一二三四五六七八九';
/** “二〇二六” */
export const chineseYear = (year: number): string => [...String(year)].map((d) => digits[Number(d)]).join('');

export const monthNames = ['一月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '十一月', '十二月'];
export const weekdayNames = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
