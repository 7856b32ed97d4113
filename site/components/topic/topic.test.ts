import { expect, test } from 'vitest';
import type { Campaign } from '../../../cms/read/campaign.ts';
import type { StoryCard } from '../../../cms/read/nouns.ts';
import { itemDate, sections, type Item } from './topic.ts';

const story = { serial: 1 } as StoryCard;
const item = (phase: number, day: string, more: Partial<Item> = {}): Item => ({
  phase,
  day,
  time: '09:00',
  story,
  title: day,
  label: '',
  ...more,
});
const campaign = {
  phases: [
    { name: '知道', hint: '', start: '2026-06-07', end: '2026-06-13' },
    { name: '去查', hint: '', start: '2026-06-14', end: '2026-06-14' },
    { name: '改正', hint: '', start: '2026-06-15', end: '2026-06-21' },
  ],
  items: [
    item(0, '2026-06-09'),
    item(0, '2026-06-13'),
    item(0, '2026-06-10', { story: null }),
    item(2, '2026-06-18', { story: null }),
  ],
} as unknown as Campaign;

test('now comes first, then past, then next, each in words', () => {
  const found = sections(campaign, '2026-06-14');
  expect(found.map((s) => [s.phase.name, s.words])).toEqual([
    ['去查', '今天'],
    ['知道', '已结束'],
    ['改正', '还有1天'],
  ]);
});

test('a past phase shows newest first and nothing that never came out; a coming one shows what is planned', () => {
  const [, past, next] = sections(campaign, '2026-06-14');
  expect(past?.items.map(({ day }) => day)).toEqual(['2026-06-13', '2026-06-09']);
  expect(next?.items).toHaveLength(1);
});

test('a phase of several days counts its days', () => {
  expect(sections(campaign, '2026-06-16')[0]).toMatchObject({ words: '今天是第2天', dates: '6月15日—21日' });
});

test('today has an hour, other days a date', () => {
  expect(itemDate(item(1, '2026-06-14'), '2026-06-14')).toBe('今天 09:00');
  expect(itemDate(item(1, '2026-06-15'), '2026-06-14')).toBe('6月15日');
});
