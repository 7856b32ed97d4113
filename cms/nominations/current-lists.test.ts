import { expect, it } from 'vitest';
import { findHits, type Candidate, type ListEntry } from './current-lists.ts';

const who: Candidate = { id: 'a', name: '示例甲', subject: 'person', place: '示例县示例镇' };
const row: ListEntry = { list: '示例名单', name: '示例甲', kind: 'person', place: '示例县人民法院' };

it.each<[Partial<Candidate>, Partial<ListEntry>, string | undefined]>([
  [{}, {}, 'sure'],
  [{}, { place: '别处县人民法院' }, 'maybe'],
  [{}, { place: null }, 'maybe'],
  [{ place: null }, {}, 'maybe'],
  [{ place: '广元市示例县' }, {}, 'sure'],
  [{ place: '四川省广元市示例县示例镇' }, {}, 'sure'],
  [{ place: '四川省示例县' }, { place: '广元市示例县人民法院' }, 'sure'],
  [{ place: '示例自治州示例县' }, {}, 'sure'],
  [{ place: '四川省广元市别处区' }, {}, 'maybe'],
  [{ place: '四川省广元市' }, {}, 'maybe'],
  [{}, { name: '示例 甲' }, 'sure'],
  [{ name: '張國華' }, { name: '张国华' }, 'sure'],
  [{}, { place: '示例縣人民法院' }, 'sure'],
  [{ name: '买买提·艾山' }, { name: '买买提•艾山' }, 'sure'],
  [{ name: '买买提·艾山' }, { name: '買買提‧艾山' }, 'sure'],
  [{}, { name: '示例甲某' }, undefined],
  [{}, { kind: 'unit' }, undefined],
  [{ subject: 'minor' }, {}, undefined],
  [{ subject: 'unit', name: '示例（示例市）商贸' }, { kind: 'unit', name: '示例(示例市)商贸', place: null }, 'sure'],
])('%j against %j: %s', (candidate, entry, certainty) => {
  expect(findHits([{ ...who, ...candidate }], [{ ...row, ...entry }])[0]?.certainty).toBe(certainty);
});

it('one hit each, the surest', () => {
  expect(findHits([who], [{ ...row, place: null }, row])).toMatchObject([{ certainty: 'sure' }]);
});
