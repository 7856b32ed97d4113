import { z } from 'zod';
import { isCivilDay } from './civil-day.ts';

const civil = z
  .string({ error: '日期要加引号，写成 2026-06-14 这样' })
  .refine(isCivilDay, '日期要写成 2026-06-14 这样，并且真有这一天');
const text = (what: string) => z.string({ error: `请写明${what}` }).min(1, `${what}不能为空`);

/** One year's arrangement by 国办: `content/workdays/<year>.yaml`. It overrides the table that ships with the library. */
export const workdayYearSchema = z
  .strictObject({
    year: z.number({ error: '年份要写成数字' }).int('年份要是整数'),
    /** True when it states the whole year, so that the library need not know that year. */
    complete: z.boolean({ error: 'complete 只能写 true 或 false' }),
    holidays: z.array(
      z
        .strictObject({ name: text('假日名称'), start: civil, end: civil })
        .refine((h) => h.start <= h.end, '放假的结束日不能早于开始日'),
    ),
    /** Weekend days on which people work (调休). */
    workdays: z.array(civil),
    source: text('出处'),
    edition: text('版本'),
    confidence: z.number({ error: '把握要写成 0 到 1 的数' }).min(0, '把握不能小于 0').max(1, '把握不能大于 1'),
  })
  .refine(
    ({ workdays, holidays }) => workdays.every((day) => !holidays.some((h) => day >= h.start && day <= h.end)),
    '同一天不能既放假又上班',
  );
export type WorkdayYear = z.infer<typeof workdayYearSchema>;
