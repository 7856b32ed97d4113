import { expect, it } from 'vitest';
import { readMonth } from './calendar-query.ts';

const now = new Date('2026-06-30T17:00:00Z');

it('takes a month, and this month in China for anything else', () => {
  expect(readMonth('2027-02', now)).toEqual({ year: 2027, month: 2 });
  for (const bad of [undefined, '', '2026-13', '1999-01', ['2026-01'], '../..'])
    expect(readMonth(bad, now)).toEqual({ year: 2026, month: 7 });
});
