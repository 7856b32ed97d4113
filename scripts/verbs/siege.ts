import { z } from 'zod';
import { summary } from '../bench/figures.ts';
import { exitCodes } from '../cli/failure.ts';
import { printResult, say } from '../cli/talk.ts';
import { defineVerb, jsonFlag } from '../cli/verb.ts';
import type { SiegeReport } from '../siege/siege.ts';

/** p99 of a kept page on two quiet cores, milliseconds: what the table is measured against. */
const goal = 250;

export const verb = defineVerb({
  name: 'siege',
  summary:
    '围困：在本机另起一套产品，一边攻击（超长登录、半个请求、乱加参数、炸弹文件、kill -9），一边审签、推送、浏览，看有没有重发、漏发、丢稿',
  flags: {
    minutes: { type: 'string', value: '分钟', help: '攻击多久（默认 5）' },
    kills: { type: 'string', value: '次数', help: '其中 kill -9 几次（默认 2）' },
    json: jsonFlag,
  },
  schema: z.object({
    minutes: z.coerce
      .number({ error: '请写分钟数，如 5。' })
      .min(0.1, '至少是 0.1。')
      .max(600, '最多 600。')
      .default(5),
    kills: z.coerce
      .number({ error: '请写次数，如 2。' })
      .int('请写整数。')
      .min(0, '至少是 0。')
      .max(8, '最多 8。')
      .default(2),
    json: z.boolean().default(false),
  }),
  async run({ minutes, kills, json }) {
    const { siege } = await import('../siege/siege.ts');
    const report = await siege({ seconds: minutes * 60, kills, tell: say });
    const bad = report.doubled + report.lost + report.vanished.length + report.deaths;
    printResult(
      json,
      {
        ...report,
        rows: report.rows.map(({ figures, ...row }) => ({
          ...row,
          pages: summary(figures.pages),
          failedPages: figures.failedPages,
          signings: summary(figures.signings),
          failedSignings: figures.failedSignings,
          memory: figures.memory,
        })),
      },
      () => table(report),
    );
    return bad === 0 ? exitCodes.ok : exitCodes.failed;
  },
});

function table({ rows, planned, doubled, lost, signed, vanished, deaths }: SiegeReport): string[] {
  const of = (values: number[]) =>
    values.length === 0 ? '—' : `${summary(values).median.toFixed(0)} / ${summary(values).p99.toFixed(0)}`;
  return [
    '攻击 | 存好的网页 中位/p99 毫秒 | 打不开 | 签发 中位/p99 毫秒 | 没签成 | 内存 MB',
    ...rows.map(({ name, figures }) =>
      [
        name,
        of(figures.pages),
        figures.failedPages.length,
        of(figures.signings),
        figures.failedSignings.length,
        figures.memory?.toFixed(0) ?? '—',
      ].join(' | '),
    ),
    `推送 ${planned} 份：重发 ${doubled}，漏发 ${lost}。签发 ${signed} 篇：网站上不见的 ${vanished.length} 篇。程序自己倒下 ${deaths} 次。网页 p99 的目标是 ${goal} 毫秒。`,
    ...new Set(
      rows.flatMap(({ name, figures }) =>
        [...figures.failedPages.slice(0, 2), ...figures.failedSignings.slice(0, 2)].map((why) => `  ${name}：${why}`),
      ),
    ),
  ];
}
