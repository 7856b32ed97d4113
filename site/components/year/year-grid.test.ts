import { expect, test } from 'vitest';
import type { OccasionDay } from '../../../cms/read/occasion.ts';
import { yearGrid, type Placed } from './year-grid.ts';

const occasion = (name: string, start: string, end = start, more: Partial<OccasionDay> = {}): OccasionDay => ({
  slug: name,
  name,
  title: name,
  ordinal: null,
  since: null,
  start,
  end,
  day: start,
  kind: start === end ? 'day' : 'span',
  state: 'confirmed',
  ruleText: '',
  organiser: '',
  source: '',
  confidence: 1,
  docNo: null,
  campaignPath: null,
  ...more,
});
const row = (month: number, ...occasions: OccasionDay[]): Placed[] =>
  yearGrid(2026, '2026-06-14', occasions)[month - 1]?.entries ?? [];

test('months know their length and on which weekday they begin', () => {
  const grid = yearGrid(2026, '2026-06-14', []);
  expect(grid[1]?.days).toBe(28);
  // 1 June 2026 is a Monday, 1 February a Sunday.
  expect([grid[5]?.offset, grid[1]?.offset]).toEqual([0, 6]);
  expect(grid.map(({ state }) => state).filter((s) => s === 'done')).toHaveLength(5);
});

test('a month-long bar takes the first row, days share the next one where their words do not touch', () => {
  const entries = row(
    4,
    occasion('世界读书日', '2026-04-23'),
    occasion('税收宣传月', '2026-04-01', '2026-04-30'),
    occasion('清明', '2026-04-05'),
    occasion('知识产权宣传周', '2026-04-20', '2026-04-26'),
  );
  const lane = (name: string): number | undefined => entries.find((e) => e.occasion.name === name)?.lane;
  expect([lane('税收宣传月'), lane('清明'), lane('知识产权宣传周'), lane('世界读书日')]).toEqual([1, 2, 2, 3]);
});

test('words that would run out at the right go to the left of the mark', () => {
  expect(row(9, occasion('信用消费进万家', '2026-09-28'))[0]).toMatchObject({ from: 28, left: true });
  expect(row(9, occasion('信用消费进万家', '2026-09-08'))[0]?.left).toBe(false);
});

test('no two entries of a lane overlap', () => {
  const many = Array.from({ length: 20 }, (_, i) => occasion(`节点${i}`, `2026-03-${String(i + 1).padStart(2, '0')}`));
  const entries = row(3, ...many);
  for (const a of entries) for (const b of entries) if (a !== b && a.lane === b.lane) expect(a.from).not.toBe(b.from);
  expect(Math.max(...entries.map((e) => e.lane))).toBeLessThanOrEqual(4);
});

test('what crosses the end of a month or year appears in each month it touches and counts once', () => {
  const crossing = occasion('年末活动', '2026-11-28', '2027-01-03');
  const grid = yearGrid(2026, '2026-06-14', [crossing]);
  expect(grid[10]?.entries[0]).toMatchObject({ from: 28, columns: 3, continued: false });
  expect(grid[11]?.entries[0]).toMatchObject({ from: 1, columns: 31, continued: true });
  expect([grid[10]?.count, grid[11]?.count]).toEqual([1, 0]);
  expect(yearGrid(2027, '2026-06-14', [crossing])[0]?.entries[0]).toMatchObject({ from: 1, columns: 3 });
});
