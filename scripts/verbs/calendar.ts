import { z } from 'zod';
import { printResult } from '../cli/talk.ts';
import { defineVerb, jsonFlag } from '../cli/verb.ts';
import { yearDays } from '../compose/year-days.ts';

export const verb = defineVerb({
  name: 'calendar',
  summary: '列出某一年的全部宣传节点、日期、依据和状态',
  words: ['YEAR'],
  flags: { json: jsonFlag },
  schema: z.object({
    YEAR: z
      .string({ error: '请写明年份，如 chengxin calendar 2026。' })
      .regex(/^\d{4}$/, '请写成四位年份，如 2026。')
      .transform(Number)
      .refine((year) => year >= 2000 && year <= 2099, '只能推算 2000—2099 年。'),
    json: z.boolean().default(false),
  }),
  async run({ YEAR, json }) {
    const days = await yearDays(YEAR);
    printResult(json, days, () =>
      days.map((d) => {
        const span = d.start === d.end ? d.start : `${d.start}—${d.end}`;
        const state = d.kind === 'quiet' ? '静默日' : d.state === 'confirmed' ? '已定' : '待确认';
        return [span.padEnd(21), state, d.title, `（${d.organiser}）`].join('  ');
      }),
    );
  },
});
