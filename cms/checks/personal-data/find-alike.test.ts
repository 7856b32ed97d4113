import { describe, expect, it } from 'vitest';
import { createFiction } from '../../testing/corpus/fiction.ts';
import { checkTexts } from '../check-texts.ts';
import { alikeRuns } from './alike-runs.ts';

const fiction = createFiction(77);
const told = (text: string, officeNumbers: string[] = []) =>
  checkTexts([{ field: '', text }], { officeNumbers: new Set(officeNumbers) })
    .filter(({ rule }) => rule.startsWith('personal-data/'))
    .map(({ at, level, rule }) => `${rule.slice(14)} ${level}${at}`);
/** With letters for these digits. */
const typed = (digits: string, letters: Record<string, string>) => digits.replace(/\d/g, (d) => letters[d] ?? d);
const id = '510802' + fiction.id('510802').slice(6);
const round = { 0: 'O', 1: 'l' };

describe('an ID with letters for digits', () => {
  it.each<[string, string]>([
    ['O and l', typed(id, round)],
    ['o and I', typed(id, { 0: 'o', 1: 'I' })],
    ['those of Greek and Russian', typed(id, { 0: 'Ο', 1: 'і' })],
    ['full-width ones', typed(id, { 0: 'Ｏ', 1: 'ｌ' })],
    ['with bold in it', `${typed(id.slice(0, 9), round)}<b>${id.slice(9)}</b>`],
    ['in groups', `${typed(id.slice(0, 6), round)} ${id.slice(6, 14)} ${id.slice(14)}`],
    ['with hyphens', `${typed(id.slice(0, 6), round)}-${id.slice(6, 14)}-${id.slice(14)}`],
    ['one letter only', id.replace('0', 'O')],
  ])('is found: %s', (_, number) => {
    expect(told(`当事人 ${number}，已核对`)).toEqual(['citizen-id block 1:5']);
    expect(told(`编号${number}的`)).toEqual(['citizen-id block 1:3']);
  });

  it('is found whatever letters stand for whichever digits, where most are digits', () => {
    const letters = { 0: 'o', 2: 'Z', 5: 'S', 6: 'b', 8: 'B', 9: 'g' };
    let seen = 0;
    for (let n = 0; n < 200; n += 1) {
      const number = fiction.id(undefined, n % 10 === 0);
      const at = fiction.random.int(0, 16);
      const hidden = number.slice(0, at) + typed(number.slice(at, at + 4), letters) + number.slice(at + 4);
      if (hidden === number) continue;
      seen += 1;
      expect([hidden, ...told(`证号：${hidden}。`)]).toEqual([hidden, 'citizen-id block 1:4']);
    }
    expect(seen).toBeGreaterThan(100);
  });

  it('never shows it', () => {
    const [finding] = checkTexts([{ field: '', text: typed(id, round) }]);
    expect(finding?.text).toMatch(/^5108\*{13}.$/);
  });

  it.each<[string, string]>([
    ['a wrong check digit', typed(id.slice(0, 17) + ((Number(id[17]) + 1 || 1) % 10), round)],
    ['more letters than digits', 'SlOBOZlSOOlOlOOOlX'],
    ['part of a longer word', `${typed(id, round)}AB`],
    ['the end of one', `No${typed(id, round)}`],
    ['a credit code', fiction.creditCode()],
    ['words of English with a year', 'Bill is so big 2026, go logos 100 lbs'],
    ['a hash', '5f08b2g1990o101l2345'],
  ])('is none: %s', (_, text) => expect(told(text)).toEqual([]));
});

describe('numbers without a check digit', () => {
  const old = '510802' + fiction.oldId().slice(6);
  it('of fifteen digits are told where they are named', () => {
    expect(told(`身份证号${typed(old, { 1: 'l' })}`)).toEqual(['citizen-id-15 block 1:5']);
    expect(told(`单号${typed(old, { 1: 'l' })}`)).toEqual([]);
  });

  it('of a mobile are told with O and l alone, with other letters where it is to be called', () => {
    expect(told('有事找他：l38OO13O456')).toEqual(['phone warn 1:6']);
    expect(told('138 OO13 8OOl')).toEqual(['phone warn 1:1']);
    expect(told('联系电话：1O9O0138OO1')).toEqual([]);
    expect(told('联系电话：13BO0138OO1')).toEqual(['phone warn 1:6']);
    expect(told('型号13BO0138001，单价八元')).toEqual([]);
    expect(told('电话：138OO138OOO', ['13800138000'])).toEqual([]);
  });
});

it('runs are found in one pass, also in a text of nothing else', () => {
  expect(alikeRuns('没有数字的一段话 and some words of English')).toEqual([]);
  expect(alikeRuns('lO '.repeat(100_000)).length).toBe(0);
  expect(alikeRuns('1o1 '.repeat(100_000)).length).toBeGreaterThan(1_000);
  expect(alikeRuns('12345678901o'.repeat(20_000))).toEqual([]);
});
