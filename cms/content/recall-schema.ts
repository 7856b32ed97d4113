import { z } from 'zod';
import { basis } from './fields.ts';

const days = z.number().int().min(1).max(60);

/** `content/recall.yaml`: by when copies must be taken back or put right, and when the alarm grows louder. */
export const recallTermsSchema = z.strictObject({
  workingDays: days,
  escalate: z
    .array(days)
    .min(1)
    .max(5)
    .refine((steps) => steps.every((n, i) => i === 0 || n > (steps[i - 1] ?? 0)), '要从小到大写'),
  basis,
});

/** Working days by the State Council's calendar, counted from the day after the decision. */
export type RecallTerms = z.output<typeof recallTermsSchema>;
