import { HolidayUtil, Lunar } from 'lunar-typescript';
import { loadOccasions } from '../../campaigns/calendar/load-occasions.ts';
import { occasionDays } from '../../campaigns/calendar/occasion-days.ts';
import { line, summary } from './figures.ts';

// A decade of all occasions, against a second lunar library that only converts the ten new years of the same decade.
const years = Array.from({ length: 10 }, (_, i) => 2026 + i);
const occasions = await loadOccasions();
const timed = (work: () => void) => {
  const started = performance.now();
  work();
  return performance.now() - started;
};
const ours: number[] = [];
const peer: number[] = [];
for (let run = 0; run < 12; run += 1) {
  ours.push(timed(() => years.forEach((year) => occasionDays(occasions, year, []))));
  peer.push(timed(() => years.forEach((year) => { Lunar.fromYmd(year, 1, 1).getSolar().toYmd(); HolidayUtil.getHolidays(year); })));
}
console.log(line('十年全部节点（本项目）', ours.slice(2), '毫秒'));
console.log(line('十年春节与假日（lunar-typescript）', peer.slice(2), '毫秒'));
console.log(`比值 ${(summary(ours).median / summary(peer).median).toFixed(2)}（每年 ${occasions.length} 个节点对 1 个春节加假日表）`);
