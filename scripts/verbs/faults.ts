import { z } from 'zod';
import { exitCodes } from '../cli/failure.ts';
import { printResult, say } from '../cli/talk.ts';
import { defineVerb, jsonFlag } from '../cli/verb.ts';
import { kinds, type KindName } from '../faults/kinds.ts';
import { storm } from '../faults/storm.ts';

const whole = (what: string) => z.coerce.number({ error: `请写${what}，如 100。` }).int('请写整数。').min(1, '至少是 1。').max(1_000_000, '最多 1000000。');

export const verb = defineVerb({
  name: 'faults',
  summary: '在本机模拟器上反复折腾推送：断线、崩溃、两个进程、时钟乱跳，看有没有重发、漏发',
  flags: {
    channel: { type: 'string', value: '渠道', help: 'wechat、weibo 或 press' },
    runs: { type: 'string', value: '次数', help: '折腾多少次（默认 1000）' },
    seed: { type: 'string', value: '数', help: '从第几个种子开始（默认 1）；同一个种子安排同样的崩溃和故障' },
    json: jsonFlag,
  },
  schema: z.object({
    channel: z.enum(Object.keys(kinds) as [KindName, ...KindName[]], { error: '请写 wechat、weibo 或 press。' }),
    runs: whole('次数').default(1000),
    seed: whole('种子').default(1),
    json: z.boolean().default(false),
  }),
  async run({ channel, runs, seed, json }) {
    const kind = kinds[channel];
    const report = await storm(kind, { runs, seed, tell: (done) => say(`  ${kind.name}：已做 ${done} / ${runs} 次`) });
    const { doubled, lost, unknown } = report;
    printResult(json, { channel, ...report }, () => [
      `渠道    ${kind.name}`, `次数    ${runs}（种子 ${seed} 起，${report.seconds} 秒）`, `推送    ${report.deliveries} 份`, `崩溃    ${report.crashes} 次`,
      `故障    ${report.faults} 次`, `两个进程 ${report.pairs} 次`, `时钟跳动 ${report.jumps} 次`, `重发    ${doubled}`, `漏发    ${lost}`, `结果不明 ${unknown}`,
      ...(kind.tellsForMs === null ? [] : [`交给人工 ${report.person}（中断太久，平台已无法核对）`]),
      ...report.findings.filter((f) => f.what !== 'person').slice(0, 5).flatMap((f) => [`种子 ${f.seed}：${f.state}，平台上 ${f.copies} 份`, ...f.trail.map((t) => `  ${t}`)]),
    ]);
    return doubled + lost + unknown === 0 ? exitCodes.ok : exitCodes.failed;
  },
});
