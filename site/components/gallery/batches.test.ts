import { expect, test } from 'vitest';
import { fixtureReader } from '../../testing/fixture-reader.ts';
import { batchPages, categories, groupByBatch, headcount, ofCategory, withEmptied } from './batches.ts';

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

test('a batch that was emptied stays once, behind the others, and one that is there is not told twice', () => {
  const batches = groupByBatch(items);
  expect(
    withEmptied(batches, ['第十批', '第十二批', null, '', '第十批']).map(({ name, stories }) => [name, stories.length]),
  ).toEqual([
    ['第十二批', 8],
    ['第十一批', 2],
    ['第十批', 0],
  ]);
});

test('heads in words, none at all as nothing', () => {
  const unit = items.find(({ serial }) => serial === 107)!;
  const person = items.find(({ serial }) => serial === 101)!;
  const of = (people: number, units: number) =>
    headcount([...Array.from({ length: people }, () => person), ...Array.from({ length: units }, () => unit)]);
  expect([of(0, 0), of(1, 0), of(2, 0), of(0, 2), of(12, 1), of(20, 0), of(99, 0), of(100, 0)]).toEqual([
    '',
    '一人',
    '两人',
    '两单位',
    '十二人一单位',
    '二十人',
    '九十九人',
    '100人',
  ]);
});
