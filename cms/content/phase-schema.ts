import { z } from 'zod';
import { line } from './fields.ts';

/** One stretch of a campaign, in days from the occasion's first day (T-7 is -7); both ends inclusive. */
export const phaseSchema = z
  .strictObject({ name: line(6), hint: line(16), startOffset: z.int(), endOffset: z.int() })
  .refine((p) => p.startOffset <= p.endOffset, { path: ['endOffset'], message: '不能早于 startOffset' });
