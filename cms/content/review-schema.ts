import { z } from 'zod';
import { confidence, line } from './fields.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '要写成 09:00 这样的 24 小时制时分');
const hours = z.number().int().min(1);
const inOrder = (spans: readonly { from: string; to: string }[]) =>
  spans.every(({ from, to }, i) => from < to && (i === 0 || (spans[i - 1]?.to ?? '') <= from));

/** `content/review.yaml`: working hours, and how long each review may take when the office has not said otherwise. */
export const reviewTermsSchema = z.strictObject({
  workingHours: z
    .array(z.strictObject({ from: time, to: time }))
    .min(1)
    .max(4)
    .refine(inOrder, '要从早到晚写，不能交叉'),
  hours: z.strictObject({
    first: hours.max(200),
    second: hours.max(200),
    final: hours.max(200),
    secrecy: hours.max(200),
  }),
  urgentHours: hours.max(720),
  unsignHours: hours.max(72),
  basis: z.array(z.strictObject({ title: line(60), says: line(120), source: line(60), confidence })).min(1),
});

/** Hours of `hours` count in working time only, the others around the clock. */
export type ReviewTerms = z.output<typeof reviewTermsSchema>;
