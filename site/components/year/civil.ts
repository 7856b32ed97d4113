/** Arithmetic on civil days (`YYYY-MM-DD`); no time zone is involved, so UTC serves as a neutral calendar. */
const ms = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: string, count: number): string =>
  new Date(ms(day) + count * 86_400_000).toISOString().slice(0, 10);

/** 0 = Sunday … 6 = Saturday. */
export const weekdayIndex = (day: string): number => new Date(ms(day)).getUTCDay();

export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** `civil(2026, 6, 1)` → `2026-06-01`. */
export const civil = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Day of month, 1–31. */
export const dayOf = (day: string): number => Number(day.slice(8, 10));

const digits = '〇一二三四五六七八九';
/** “二〇二六” */
export const chineseYear = (year: number): string => [...String(year)].map((d) => digits[Number(d)]).join('');

export const monthNames = [
  '一月',
  '二月',
  '三月',
  '四月',
  '五月',
  '六月',
  '七月',
  '八月',
  '九月',
  '十月',
  '十一月',
  '十二月',
];
export const weekdayNames = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
