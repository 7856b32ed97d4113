import { expect, test } from 'vitest';
import { fixtureReader } from '../../testing/fixture-reader.ts';
import { byMonth } from './months.ts';

test('stories stand under their month in Shanghai, order kept', async () => {
  const [card] = (await fixtureReader().stories({ column: 'news', size: 1 })).items;
  const at = (publishedAt: string) => ({ ...card!, publishedAt });
  const months = byMonth([
    at('2026-06-01T09:00:00+08:00'),
    at('2026-05-31T17:00:00Z'),
    at('2026-05-31T09:00:00+08:00'),
  ]);
  expect(months.map(({ name, stories }) => [name, stories.length])).toEqual([
    ['2026年6月', 2],
    ['2026年5月', 1],
  ]);
});
