import { z } from 'zod';
import { isCivilDay } from '../calendar/civil-day.ts';
import { isBlank } from './is-blank.ts';

/** Characters as a reader counts them (字), not UTF-16 units. */
export const length = (text: string): number => [...text].length;

/** One line of text with at most `max` 字. */
export const line = (max: number) =>
  z
    .string()
    .refine((s) => !isBlank(s), '没有内容，请补上')
    .refine((s) => !/[\n-\r\u0085\u2028\u2029]/.test(s), '只能写一行，请去掉换行')
    .refine((s) => length(s) <= max, {
      error: (issue) => `有${length(String(issue.input))}个字，最多${max}个字，请缩短`,
    });

/** Short name in addresses and file names. */
export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, '只能用小写字母、数字和短横线，例如 credit-report');

/** Wall-clock time, Asia/Shanghai. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '要写成“09:00”这样的时刻');

/** Civil day, Asia/Shanghai. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, '要写成“2026-06-12”这样的日期')
  .refine((text) => isCivilDay(text), '日历上没有这一天，请核对');
