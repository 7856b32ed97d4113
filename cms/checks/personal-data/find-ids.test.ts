import { describe, expect, it } from 'vitest';
import { createFiction } from '../../testing/corpus/fiction.ts';
import { checkTexts } from '../check-texts.ts';

const fiction = createFiction(23);
const id = fiction.id();
const withX = fiction.id(undefined, true);
const old = fiction.oldId();
const wrong = fiction.mistypedId();
const told = (text: string) =>
  checkTexts([{ field: '', text }]).map(({ at, level, rule }) => `${rule.replace('personal-data/', '')} ${level}${at}`);
const han = (digits: string, numerals: string) => [...digits].map((d) => [...numerals][Number(d)] ?? d).join('');
const capital = '零壹贰叁肆伍陆柒捌玖';
const traditional = '零壹貳參肆伍陸柒捌玖';
const small = '〇一二三四五六七八九';

describe('an ID number', () => {
  it.each<[string, string, string]>([
    ['in the numerals of a cheque', `号码${han(id, capital)}`, '1:3'],
    ['in traditional numerals', `号码${han(id, traditional)}`, '1:3'],
    ['half written, half typed', `${id.slice(0, 6)}${han(id.slice(6, 14), small)}${id.slice(14)}`, '1:1'],
    ['with one digit written', `${id.slice(0, 17)}${han(id.slice(17), small)}`.replace(/X$/, 'X'), '1:1'],
    ['written, right behind a figure', `第三${han(id, small)}`, '1:3'],
    ['written with X', han(withX, small), '1:1'],
    [
      'written in groups',
      `${han(id.slice(0, 6), small)} ${han(id.slice(6, 14), small)} ${han(id.slice(14), small)}`,
      '1:1',
    ],
    [
      'in black circles',
      [...id].map((d) => (/[1-9]/.test(d) ? String.fromCodePoint(0x2775 + Number(d)) : d)).join(''),
      '1:1',
    ],
    ['over a tag with a long style', `${id.slice(0, 9)}<i style="${'a:b;'.repeat(200)}">${id.slice(9)}</i>`, '1:1'],
    ['at the end of a long line', `${'字'.repeat(500)}${id}`, '1:501'],
    ['with X before a Chinese word', `${withX}的主人`, '1:1'],
  ])('%s', (_, text, at) => {
    const found = told(text);
    expect(found).toContain(`citizen-id block ${at}`);
  });

  it.each<[string, string]>([
    ['a credit code', fiction.creditCode()],
    ['digits with a letter behind', `${wrong}AB`],
    ['the fraction of a number', `0.${wrong}`],
    ['a name of a file', `IMG${wrong}`],
    ['fifteen digits of no province', `990802${old.slice(6)}`],
    ['a day that is none', `${old.slice(0, 8)}1332${old.slice(12)}`],
    ['numbered items', '一、二、三、四、五、六、七、八、九、十、一、二、三、四、五、六、七、八'],
  ])('is none: %s', (_, text) => expect(told(text)).toEqual([]));
});

describe('a number with a slip', () => {
  it('is asked about, and more surely where a word says what it is', () => {
    expect(told(`编号 ${wrong} 。`)).toEqual(['citizen-id-mistyped warn 1:4']);
    expect(told(`身份证${wrong.slice(0, 6)} ${wrong.slice(6, 14)} ${wrong.slice(14)}`)).toEqual([
      'citizen-id-mistyped warn 1:4',
    ]);
  });

  it('of the old kind blocks behind a word for it and is a question alone', () => {
    expect(told(`证件号${old}`)).toEqual(['citizen-id-15 block 1:4']);
    expect(told(`编码${old}`)).toEqual(['citizen-id-15 warn 1:3']);
    expect(told(`编码${old.slice(0, 6)} ${old.slice(6)}`)).toEqual([]);
  });

  it('two in one line are two, and the second is not taken for the end of the first', () => {
    const other = fiction.id();
    expect(told(`${id}、${other}`)).toEqual(['citizen-id block 1:1', 'citizen-id block 1:20']);
    expect(told(`${id}${other}`)).toEqual(['citizen-id block 1:1', 'citizen-id block 1:19']);
  });
});

it('who holds the card is told in the sentence: a citizen, a resident from Hong Kong, a foreigner', () => {
  const mends = [id, fiction.permit(), fiction.foreigner()].map(
    (number) => checkTexts([{ field: '', text: `号${number}。` }])[0]?.mend ?? '',
  );
  expect(mends.map((mend) => /格式的(.*?)号码/.exec(mend)?.[1])).toEqual([
    '公民身份',
    '港澳台居民居住证',
    '外国人永久居留身份证',
  ]);
  for (const mend of mends) expect(mend).toContain('年龄、执行法院和案号');
});
