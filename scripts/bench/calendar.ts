import { HolidayUtil, Lunar } from 'lunar-typescript';
import { loadOccasions } from '../../campaigns/calendar/load-occasions.ts';
import { occasionDays } from '../../campaigns/calendar/occasion-days.ts';
import { datedTwice, runDecade } from './decade/decade.ts';
import { line, summary } from './figures.ts';

// A decade of all occasions, against a second lunar library that only converts the ten new years of the same decade.
const years = Array.from({ length: 10 }, (_, i) => 2026 + i);
const occasions = await loadOccasions(process.cwd());
const timed = (work: () => void) => {
  const started = performance.now();
  work();
  return performance.now() - started;
};
const ours: number[] = [];
const peer: number[] = [];
for (let run = 0; run < 12; run += 1) {
  ours.push(timed(() => years.forEach((year) => occasionDays(occasions, year, []))));
  peer.push(
    timed(() =>
      years.forEach((year) => {
        Lunar.fromYmd(year, 1, 1).getSolar().toYmd();
        HolidayUtil.getHolidays(year);
      }),
    ),
  );
}
console.log(line('十年全部节点（本项目）', ours.slice(2), '毫秒'));
console.log(line('十年春节与假日（lunar-typescript）', peer.slice(2), '毫秒'));
console.log(
  `比值 ${(summary(ours).median / summary(peer).median).toFixed(2)}（每年 ${occasions.length} 个节点对 1 个春节加假日表）`,
);

const dated = datedTwice(occasions, years);
const apart = dated.filter((d) => d.ours !== d.theirs);
console.log(
  `节点日期 ${dated.length} 个（${years[0]}—${years.at(-1)} 年），与另一套算法（lunar-typescript 加逐日核对）一致 ${dated.length - apart.length} 个`,
);
for (const { slug, year, ours: here, theirs } of apart)
  console.log(`  不一致：${slug} ${year} 年，本项目 ${here}，对照 ${theirs}`);

// The same decade lived through by planner and outbox, every midnight and every due minute, with a channel in memory.
const began = performance.now();
const { deliveries, expected, posted, occasions: held, campaigns } = await runDecade(years);
const seconds = (performance.now() - began) / 1000;
const onTime = deliveries.filter(
  (d) => d.state === 'confirmed' && Number(d.sentAt) === Number(expected.get(d.postId)) && posted.get(d.id) === 1,
).length;
console.log(
  `十年模拟：${held} 个节点、${campaigns} 场活动、应发 ${expected.size} 份，按对照日期的那一分钟发出且只有一份的 ${onTime} 份，用时 ${seconds.toFixed(1)} 秒（要求 10 秒以内）`,
);
if (apart.length > 0 || onTime !== expected.size || deliveries.length !== expected.size) process.exitCode = 1;
