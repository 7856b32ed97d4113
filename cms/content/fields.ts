import { z } from 'zod';
import { isCivilDay } from '../../campaigns/calendar/civil-day.ts';

import { line } from '../../campaigns/fields/fields.ts';

export { day, line, slug, timeOfDay } from '../../campaigns/fields/fields.ts';

/** One or more paragraphs. */
export const prose = z
  .string()
  .refine((s) => s.trim() !== '', '没有内容，请补上')
  .transform((s) => s.trim());

/** Instant in Beijing time with its zone written out. */
export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00$/, '要写成“2026-06-12T09:00:00+08:00”这样的北京时间')
  .refine(
    (s) => isCivilDay(s.slice(0, 10)) && !Number.isNaN(Date.parse(s)),
    '不是一个真实的时刻，请核对年月日和时分秒',
  );

export const webAddress = z.url({ protocol: /^https?$/, error: '要写完整网址，以 https:// 开头' });

export const confidence = z.number().min(0).max(1);

/** What in law a file's figures rest on, each with the edition that was read. */
export const basis = z
  .array(
    z.strictObject({
      title: line(60),
      article: line(40),
      says: line(120),
      edition: line(60),
      source: line(60),
      confidence,
    }),
  )
  .min(1);
