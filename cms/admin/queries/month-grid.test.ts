import { describe, expect, it } from 'vitest';
import { monthAway, monthGrid } from './month-grid.ts';

describe('monthGrid', () => {
  it('covers a month in whole weeks from Monday', () => {
    const june = monthGrid(2026, 6, []);
    expect(june).toHaveLength(5);
    expect([june[0]?.days[0], june[4]?.days[6]]).toEqual(['2026-06-01', '2026-07-05']);
    const february = monthGrid(2027, 2, []);
    expect([february.length, february[0]?.days[0], february[3]?.days[6]]).toEqual([4, '2027-02-01', '2027-02-28']);
    expect(monthGrid(2026, 8, [])).toHaveLength(6);
  });

  it('lays overlapping spans in lanes, long ones first, and cuts them at the week’s edge', () => {
    const month = { name: 'month', start: '2026-06-01', end: '2026-06-30' };
    const early = { name: 'early', start: '2026-06-01', end: '2026-06-03' };
    const late = { name: 'late', start: '2026-06-04', end: '2026-06-10' };
    const [one, two] = monthGrid(2026, 6, [early, late, month]);
    const brief = (bars: typeof one) =>
      bars?.bars.map(
        ({ span, lane, from, to, opens, closes }) =>
          `${span.name} ${lane} ${from}-${to} ${opens ? '[' : '<'}${closes ? ']' : '>'}`,
      );
    expect(brief(one)).toEqual(['month 0 0-6 [>', 'late 1 3-6 [>', 'early 1 0-2 []']);
    expect(brief(two)).toEqual(['month 0 0-6 <>', 'late 1 0-2 <]']);
    expect(one?.lanes).toBe(2);
  });
});

it('monthAway crosses years', () => {
  expect([monthAway(2026, 12, 1), monthAway(2026, 1, -1), monthAway(2026, 6, 0)]).toEqual([
    '2027-01',
    '2025-12',
    '2026-06',
  ]);
});
