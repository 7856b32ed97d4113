import { z } from 'zod';
import { exitCodes } from '../cli/failure.ts';
import { printResult, say } from '../cli/talk.ts';
import { defineVerb, jsonFlag } from '../cli/verb.ts';
import { kinds, type KindName } from '../faults/kinds.ts';
import { ordealsFor } from '../faults/ordeal.ts';
import { faultNotes, faultTable } from '../faults/print.ts';
import { storm, type FaultRow } from '../faults/storm.ts';

const whole = (what: string, min = 1) =>
  z.coerce
    .number({ error: `请写${what}，如 100。` })
    .int('请写整数。')
    .min(min, `至少是 ${min}。`)
    .max(1_000_000, '最多 1000000。');
const names = Object.keys(kinds) as [KindName, ...KindName[]];

export const verb = defineVerb({
  name: 'faults',
  summary:
    '在本机模拟器上反复折腾推送：断线、崩溃、通知丢失、两个进程、时钟乱跳、途中撤回，逐项列出重发、漏发、结果不明、撤不净',
  flags: {
    channel: { type: 'string', value: '渠道', help: names.join('、') },
    runs: { type: 'string', value: '次数', help: '折腾多少次（默认 1000），各种故障轮流' },
    seed: { type: 'string', value: '数', help: '从第几个种子开始（默认 1）；同一个种子安排同样的崩溃和故障' },
    kills: { type: 'string', value: '次数', help: '其中真的 kill -9 多少个进程（默认每 100 次 1 个，最多 20）' },
    json: jsonFlag,
  },
  schema: z.object({
    channel: z.enum(names, { error: `请写 ${names.join('、')} 之一。` }),
    runs: whole('次数').default(1000),
    seed: whole('种子').default(1),
    kills: whole('次数', 0).optional(),
    json: z.boolean().default(false),
  }),
  async run({ channel, runs, seed, kills = Math.min(20, Math.ceil(runs / 100)), json }) {
    const kind = kinds[channel];
    const report = await storm(kind, ordealsFor(channel), {
      runs,
      seed,
      tell: (done) => say(`  ${kind.name}：已做 ${done} / ${runs} 次`),
    });
    const table: FaultRow[] = [...report.table];
    if (kills > 0) {
      say(`  真的 kill -9 ${kills} 次 …`);
      const { realKills } = await import('../faults/killed.ts');
      table.unshift(await realKills(channel, kills, seed));
    }
    const total = (of: 'runs' | 'deliveries' | 'doubled' | 'lost' | 'unknown' | 'left' | 'person') =>
      table.reduce((sum, row) => sum + row[of], 0);
    const all = {
      runs: total('runs'),
      deliveries: total('deliveries'),
      doubled: total('doubled'),
      lost: total('lost'),
      unknown: total('unknown'),
      left: total('left'),
      person: total('person'),
    };
    printResult(json, { channel, ...report, ...all, table }, () => [
      ...faultTable([...table, { id: 'all', name: '合计', ...all }], kind.tellsForMs !== null),
      '',
      ...faultNotes(report, kind.name, kind.tellsForMs === null),
    ]);
    return all.doubled + all.lost + all.unknown + all.left === 0 ? exitCodes.ok : exitCodes.failed;
  },
});
