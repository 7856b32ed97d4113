import { z } from 'zod';
import type { CaseSteps } from '../story/facts.ts';
import { day, line, prose, webAddress } from './fields.ts';

/** The four steps of a warning case: 发生了什么、违反哪条规定、付出什么代价、怎样改过来. */
export const caseSchema = z.strictObject({
  what: prose,
  rule: z.strictObject({ law: line(40), article: line(24), text: prose, url: webAddress.nullable() }),
  costs: z
    .array(z.strictObject({ figure: line(12), label: line(16) }))
    .min(1)
    .max(3),
  mend: z
    .array(z.strictObject({ date: day, text: line(40) }))
    .min(1)
    .refine((rows) => rows.every((row, i) => i === 0 || (rows[i - 1]?.date ?? '') <= row.date), '要按日期先后排'),
}) satisfies z.ZodType<CaseSteps>;
