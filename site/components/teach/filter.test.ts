import { expect, test } from 'vitest';
import type { Material } from '../../../cms/read/material.ts';
import { choices, matching, readFilter } from './filter.ts';

const material = (stage: string, theme: string): Material => ({ stage, theme }) as Material;
const all = [
  material('高校', '助学贷款'),
  material('初中', '考试诚信'),
  material('小学低年级', '借还有信'),
  material('初中', '借还有信'),
];
const ask = (query: string) => readFilter(new URLSearchParams(query), all);

test('boxes of one group widen, groups narrow', () => {
  const { filter } = ask('stage=初中&stage=高校&theme=借还有信');
  expect(matching(all, filter)).toEqual([all[3]]);
  expect(matching(all, ask('').filter)).toHaveLength(4);
});

test('stages stand in the order of a life, with counts', () => {
  expect(choices('stage', all, ['初中'])).toEqual([
    { value: '小学低年级', count: 1, checked: false },
    { value: '初中', count: 2, checked: true },
    { value: '高校', count: 1, checked: false },
  ]);
});

test.each([
  ['stage=幼儿园', 'stage'],
  [`theme=${'长'.repeat(30)}`, 'theme'],
  ['page=0', 'page'],
  ['page=-1', 'page'],
  ['page=x', 'page'],
  [Array.from({ length: 21 }, (_, i) => `stage=${i}`).join('&'), 'stage'],
])('%s is left out and named', (query, field) => {
  const { filter, errors } = ask(query);
  expect(errors.map((e) => e.field)).toEqual([field]);
  expect(filter).toEqual({ stage: [], theme: [], page: 1 });
});
