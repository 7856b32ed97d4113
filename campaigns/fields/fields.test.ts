import { describe, expect, it } from 'vitest';
import type { ZodType } from 'zod';
import { day, line, slug, timeOfDay } from './fields.ts';

/** What is wrong, or null. */
const fault = (schema: ZodType, value: unknown): string | null =>
  schema.safeParse(value).error?.issues[0]?.message ?? null;

describe('one line', () => {
  it.each([
    ['a name', '诚信广元（示例）', null],
    ['exactly as long as it may be', '信'.repeat(20), null],
    ['signs of two halves count as one', '🎋'.repeat(20), null],
    ['one too many', '信'.repeat(21), '有21个字，最多20个字，请缩短'],
    ['one too many of two halves', '𠮷'.repeat(21), '有21个字，最多20个字，请缩短'],
    ['nothing', '', '没有内容，请补上'],
    ['full-width blanks', '\u3000\u3000', '没有内容，请补上'],
    ['zero-width signs', '\u200b\ufeff', '没有内容，请补上'],
    ['two lines', '甲\n乙', '只能写一行，请去掉换行'],
    ['two lines, as old Macs write them', '甲\r乙', '只能写一行，请去掉换行'],
    ['two lines, as Word pastes them', '甲\u2028乙', '只能写一行，请去掉换行'],
    ['two lines, as Word breaks them', '甲\v乙', '只能写一行，请去掉换行'],
    ['two pages', '甲\f乙', '只能写一行，请去掉换行'],
  ])('%s', (_what, text, said) => expect(fault(line(20), text)).toBe(said));
});

it.each([
  ['credit-report', true],
  ['2026', true],
  ['', false],
  ['Credit', false],
  ['credit_report', false],
  ['-credit', false],
  ['credit-', false],
  ['credit--report', false],
  ['ｃｒｅｄｉｔ', false],
  ['诚信', false],
  ['credit\n', false],
  ['../credit', false],
])('a short name %j: %s', (text, fits) => expect(fault(slug, text) === null).toBe(fits));

it.each([
  ['00:00', true],
  ['09:05', true],
  ['23:59', true],
  ['24:00', false],
  ['9:00', false],
  ['09:60', false],
  ['0９:00', false],
  ['09：00', false],
  ['09:00:00', false],
  ['09:00\n', false],
  ['上午九点', false],
])('a time of day %j: %s', (text, fits) => expect(fault(timeOfDay, text) === null).toBe(fits));

it.each([
  ['2026-06-12', null],
  ['2028-02-29', null],
  ['2027-02-29', '日历上没有这一天，请核对'],
  ['2026-06-31', '日历上没有这一天，请核对'],
  ['2026-00-10', '日历上没有这一天，请核对'],
  ['2026-13-01', '日历上没有这一天，请核对'],
  ['2026-6-12', '要写成“2026-06-12”这样的日期'],
  ['2026/06/12', '要写成“2026-06-12”这样的日期'],
  ['２０２６-06-12', '要写成“2026-06-12”这样的日期'],
  ['2026-06-12T00:00', '要写成“2026-06-12”这样的日期'],
  ['2026-06-12\n', '要写成“2026-06-12”这样的日期'],
  ['', '要写成“2026-06-12”这样的日期'],
])('a day %j', (text, said) => expect(fault(day, text)).toBe(said));

it.each([null, undefined, 20260612, true, {}, ['2026-06-12']])('%j is none of them, and is no crash', (value) => {
  for (const schema of [line(20), slug, timeOfDay, day]) expect(fault(schema, value)).not.toBeNull();
});
