import { z } from 'zod';

/** A person's word on a wording: which one (its name), and why, where a reason is asked for. */
export const wordBody = z.strictObject(
  {
    version: z
      .string({ error: '请写明同意的是哪一版文字（version）。' })
      .regex(/^[0-9a-f]{32}$/, 'version 不对：请用对照里的那一个。'),
    reason: z.string({ error: '理由应是一段文字。' }).trim().max(200, '理由最多200字，请缩短。').default(''),
  },
  { error: '只收 version 和 reason，请核对。' },
);
