import { expect, test } from 'vitest';
import { fixtureReader } from '../../testing/fixture-reader.ts';
import { batchPages, categories, groupByBatch, headcount, ofCategory } from './batches.ts';

const { items } = await fixtureReader().stories({ column: 'models', size: 100 });

test('batches: the newest first, nobody lost', () => {
  const batches = groupByBatch([...items].reverse());
  expect(batches.map(({ name }) => name)).toEqual(['第十二批', '第十一批']);
  expect(batches.flatMap(({ stories }) => stories)).toHaveLength(items.length);
});

test('people and units are counted apart', () => {
  expect(headcount(groupByBatch(items)[0]!.stories)).toBe('六人两单位');
});

test('a page never cuts a batch', () => {
  const batches = groupByBatch(items);
  expect(batchPages(batches, 8).map((page) => page.map(({ name }) => name))).toEqual([['第十二批'], ['第十一批']]);
  expect(batchPages(batches, 24)).toHaveLength(1);
  expect(batchPages([])).toEqual([[]]);
});

test('the filter offers what there is, and keeps to it', () => {
  const batches = groupByBatch(items);
  const all = categories(batches);
  expect(new Set(all).size).toBe(all.length);
  const kept = all.flatMap((category) => ofCategory(batches, category));
  expect(kept.every(({ stories }) => stories.length > 0)).toBe(true);
  expect(kept.flatMap(({ stories }) => stories)).toHaveLength(items.length);
  expect(ofCategory(batches, '没有的类别')).toEqual([]);
});
