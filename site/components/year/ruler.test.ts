import { expect, test } from 'vitest';
import type { OccasionDay } from '../../../cms/read/occasion.ts';
import { layoutRuler } from './ruler.ts';

const occasion = (start: string, end = start, more: Partial<OccasionDay> = {}): OccasionDay => ({
  slug: start,
  name: start,
  title: start,
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

test('a day stands in the middle of its place in the year', () => {
  const { days, today } = layoutRuler(2026, '2026-06-14', [occasion('2026-01-01')]);
  expect(days[0]?.x).toBeCloseTo((0.5 / 365) * 100, 2);
  expect(today).toBeCloseTo((164.5 / 365) * 100, 2);
});

test('there is no today mark in another year', () => {
  expect(layoutRuler(2027, '2026-06-14', []).today).toBeNull();
});

test('a week inside a month does not hide behind it, nor two months behind each other', () => {
  const { spans } = layoutRuler(2026, '2026-01-01', [
    occasion('2026-09-01', '2026-09-30'),
    occasion('2026-09-01', '2026-09-30'),
    occasion('2026-09-14', '2026-09-20'),
  ]);
  expect(new Set(spans.map((s) => s.lane)).size).toBe(3);
});

test('labels never touch; a campaign day wins over its neighbour', () => {
  const { days } = layoutRuler(2026, '2026-12-31', [
    occasion('2026-03-05'),
    occasion('2026-03-15', '2026-03-15', { campaignPath: '/year/2026/x/' }),
  ]);
  expect(days.map((d) => d.label)).toEqual([null, '3·15']);
});

test('a span that crosses new year is cut at the year', () => {
  const [span] = layoutRuler(2026, '2026-01-01', [occasion('2025-12-25', '2026-01-10')]).spans;
  expect(span?.x).toBe(0);
  expect(span?.width).toBeCloseTo((10 / 365) * 100, 1);
});

test('what runs all year is no bar: it would be the base line twice', () => {
  expect(layoutRuler(2026, '2026-06-14', [occasion('2026-01-01', '2026-12-31')]).spans).toEqual([]);
});
