import { z } from 'zod';
import { endOf, instantOf } from '../../campaigns/calendar/civil-day.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { printResult } from '../cli/talk.ts';
import { daySchema, defineVerb, jsonFlag } from '../cli/verb.ts';
import { ledgerRow, ledgerLine, missedRows } from '../compose/ledger.ts';
import { openReady } from '../installation/open-ready.ts';

export const verb = defineVerb({
  name: 'ledger',
  summary: '推送台账：每条推送 × 每个渠道一行，计划、实际、状态、平台编号、尝试次数；到点没有发的也列出来，写明为什么',
  flags: {
    from: { type: 'string', value: '日期', help: '从计划在这天的推送起，如 2026-03-01；不写就从头' },
    to: { type: 'string', value: '日期', help: '到计划在这天的推送止（含）；不写就到最后' },
    json: jsonFlag,
  },
  schema: z
    .object({ from: daySchema.optional(), to: daySchema.optional(), json: z.boolean().default(false) })
    .refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], message: '最后一天不能早于第一天。' }),
  async run({ from, to, json }) {
    const cms = await openReady({ for: 'nothing' });
    const { createDeliveryStore } = await import('../../cms/store/payload-delivery-store.ts');
    const { missedPosts } = await import('../compose/missed-posts.ts');
    const { postNames } = await import('../compose/post-names.ts');
    const deliveries = await createDeliveryStore(cms.payload).list({
      plannedFrom: from ? instantOf(from, '00:00') : undefined,
      plannedTo: to ? endOf(to) : undefined,
    });
    const missed = await missedPosts(cms.payload, systemClock.now(), { from, to });
    const names = await postNames(
      cms.payload,
      [...deliveries, ...missed].map((d) => d.postId),
    );
    const rows = [
      ...deliveries.map((d) => ledgerRow(d, names)),
      ...missed.flatMap((post) => missedRows(post, names)),
    ].sort((a, b) => Date.parse(a.plannedAt) - Date.parse(b.plannedAt));
    printResult(json, rows, () => (rows.length > 0 ? rows.map(ledgerLine) : ['台账还是空的：没有到期的推送。']));
    await cms.close();
  },
});
