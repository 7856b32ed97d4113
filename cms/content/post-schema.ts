import { z } from 'zod';
import { misfirePolicies } from '../../campaigns/ports/delivery.ts';
import { line, slug, timeOfDay } from './fields.ts';

/** One planned push: a story to some channels, `offsetDays` from the occasion's first (`start`) or last (`end`) day. */
export const postSchema = z.strictObject({
  slug,
  story: slug,
  channels: z
    .array(slug)
    .min(1)
    .refine((ids) => new Set(ids).size === ids.length, '写重了，请删去重复的渠道'),
  anchor: z.enum(['start', 'end']),
  offsetDays: z.int(),
  time: timeOfDay,
  misfire: z.enum(misfirePolicies),
  /** Minutes. */
  misfireWindow: z.int().min(0),
  label: line(6),
});
