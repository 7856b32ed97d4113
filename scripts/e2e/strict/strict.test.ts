import { afterAll, expect, test } from 'vitest';
import { faultKinds } from './fault.ts';
import { inParallel } from './in-parallel.ts';
import { pictureAssets } from './picture-assets.ts';
import { stormWechat } from './storm-wechat.ts';
import { stormWeibo } from './storm-weibo.ts';
import { newTally } from './tally.ts';

const assets = await pictureAssets();
/** More with STRICT_SEEDS, for a longer search. */
const seeds = Number(process.env.STRICT_SEEDS ?? 200);
const lines: string[] = [];
afterAll(() => process.stdout.write(`${lines.join('\n')}\n`));

test.each([
  ['微信', stormWechat],
  ['微博', stormWeibo],
] as const)(
  '%s：断线、崩溃、平台发脾气，每份仍恰好一份',
  async (name, storm) => {
    const tally = newTally();
    const findings = await inParallel(seeds, 8, (seed) => storm(seed, assets, tally));
    lines.push(
      `${name}：${seeds} 个种子，${tally.deliveries} 份，崩溃 ${tally.deaths} 次，请求 ${tally.requests} 次，` +
        `故障 ${[...tally.faults.values()].reduce((a, b) => a + b, 0)} 次，${[...tally.states].map(([s, n]) => `${s} ${n}`).join('，')}；` +
        `从计划到结果（分钟）：中位 ${tally.minutes[Math.floor(tally.minutes.length / 2)]}，最长 ${tally.minutes[0]}`,
    );
    expect(findings).toEqual([]);
    expect([...tally.faults.keys()].toSorted()).toEqual([...faultKinds].toSorted());
    expect(tally.deaths).toBeGreaterThan(seeds / 4);
  },
  1_000 * Math.max(90, seeds),
);
