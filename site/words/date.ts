/**
 * Dates as the pages write them. Civil days are `YYYY-MM-DD` and already Asia/Shanghai; instants are ISO 8601 and are
 * turned into Asia/Shanghai here, whatever zone the machine has (no summer time there since 1992: always +08:00).
 */
const eightHours = 8 * 3_600_000;

function shanghai(instant: string): string {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new Error(`不是时间：“${instant}”。应为 2026-06-14T09:00:00+08:00 这样的写法。`);
  return new Date(ms + eightHours).toISOString();
}

/** `YYYY-MM-DD` of an instant; a civil day is given back as it is. */
export function day(value: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : shanghai(value).slice(0, 10);
}

/** `HH:MM` of an instant. */
export function clock(instant: string): string {
  return shanghai(instant).slice(11, 16);
}

/** Year, month 1–12 and day of month of a day or instant. */
export function parts(value: string): { year: number; month: number; date: number } {
  const [year = 0, month = 0, date = 0] = day(value).split('-').map(Number);
  return { year, month, date };
}

/** “6月13日”, for lists. */
export function shortDate(value: string): string {
  const { month, date } = parts(value);
  return `${month}月${date}日`;
}

/** “2026年6月12日”, for by-lines and signatures. */
export function longDate(value: string): string {
  return `${parts(value).year}年${shortDate(value)}`;
}

/** “2026年6月12日 09:00”. */
export function dateTime(instant: string): string {
  return `${longDate(instant)} ${clock(instant)}`;
}

/** “2026年6月”. */
export function monthName(value: string): string {
  const { year, month } = parts(value);
  return `${year}年${month}月`;
}

/** “6·14”: serif numerals only, never in a sentence. */
export function numeralDate(value: string): string {
  const { month, date } = parts(value);
  return `${month}·${date}`;
}

/** “6月7日—13日”, “4月28日—5月3日”; one day when both are the same. */
export function range(start: string, end: string): string {
  if (start === end) return shortDate(start);
  const [a, b] = [parts(start), parts(end)];
  return a.month === b.month && a.year === b.year
    ? `${shortDate(start)}—${b.date}日`
    : `${shortDate(start)}—${shortDate(end)}`;
}

/** Whole days from one civil day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(day(to)) - Date.parse(day(from))) / 86_400_000);
}

const digits = '〇一二三四五六七八九';
const small = (n: number): string => {
  if (n < 10) return digits[n] ?? '';
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? digits[tens] : ''}十${n % 10 ? digits[n % 10] : ''}`;
};

/** 1–99 in Chinese numerals. */
export function numeral(n: number): string {
  return small(n);
}

/** “二〇二六年六月”: only on the leaf and in the year's title. */
export function leafMonth(value: string): string {
  const { year, month } = parts(value);
  return `${[...String(year)].map((d) => digits[Number(d)]).join('')}年${small(month)}月`;
}

const weekdays = ['日', '一', '二', '三', '四', '五', '六'];

/** “星期日”. */
export function weekday(value: string): string {
  return `星期${weekdays[new Date(`${day(value)}T00:00:00Z`).getUTCDay()]}`;
}

/** “今天”, “后天”, “8天后” …: from one civil day looking forward. */
export function untilWords(from: string, to: string): string {
  const n = daysBetween(from, to);
  return ['今天', '明天', '后天'][n] ?? `${n}天后`;
}
