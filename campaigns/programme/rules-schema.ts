import { z } from 'zod';

const text = (what: string) =>
  z
    .string({ error: `请写明${what}` })
    .trim()
    .min(1, `${what}不能为空`);

const templateSchema = z.strictObject({
  name: text('任务').max(30, '任务名称最多30个字'),
  /** Days from the occasion's first day; negative before it. */
  offsetDays: z
    .int({ error: 'offsetDays 要写成整数，提前写负数' })
    .min(-365, 'offsetDays 不能早于提前一年')
    .max(365, 'offsetDays 不能晚于一年以后'),
});
const templates = z.array(templateSchema, { error: '任务要写成列表' }).min(1, '每类至少要有一项任务');

/** `content/programme.yaml`: what a new campaign's tasks start from, and when next year is thought of. */
export const rulesSchema = z.strictObject({
  source: text('出处'),
  edition: text('版本'),
  confidence: z.number({ error: '请写明把握，写成 0 到 1 的数' }).min(0, '把握不能小于 0').max(1, '把握不能大于 1'),
  proposals: z.strictObject(
    {
      from: z.strictObject(
        {
          month: z.int({ error: '月份要写成数字' }).min(1, '月份不能小于 1').max(12, '月份不能大于 12'),
          day: z.int({ error: '日要写成数字' }).min(1, '日不能小于 1').max(28, '日不能大于 28，好让每个月都有这一天'),
        },
        { error: '请写明从哪一天起提议，例如 { month: 10, day: 1 }' },
      ),
    },
    { error: '请写明 proposals' },
  ),
  tasks: z.strictObject(
    { day: templates, span: templates, quiet: templates },
    { error: 'tasks 要写 day、span、quiet 三类' },
  ),
});

export type ProgrammeRules = z.output<typeof rulesSchema>;
