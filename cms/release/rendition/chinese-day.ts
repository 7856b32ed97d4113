/** “2026年6月14日” of `YYYY-MM-DD`; anything else as it is, because a preview may ask before the day is typed. */
export function chineseDay(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(day) ?? [];
  return year ? `${year}年${Number(month)}月${Number(date)}日` : day;
}
