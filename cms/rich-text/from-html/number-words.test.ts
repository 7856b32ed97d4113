import { expect, it } from 'vitest';
import { chinese, chineseDigits, circled, earthly, heavenly, letter, roman } from './number-words.ts';

const value: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
const readRoman = (text: string): number =>
  [...text].reduce(
    (sum, sign, i) => sum + ((value[sign] ?? 0) < (value[text[i + 1] ?? ''] ?? 0) ? -1 : 1) * (value[sign] ?? 0),
    0,
  );
const readLetters = (text: string): number => [...text].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 96, 0);
/** As people read them: each digit times the unit behind it. */
function readChinese(text: string, digits: string, units: string): number {
  const spoken = text.startsWith(units[0] ?? '') ? `${digits[1]}${text}` : text;
  return [...spoken.matchAll(new RegExp(`([${digits}])([${units}]?)`, 'g'))].reduce(
    (sum, [, digit = '', unit = '']) =>
      sum + digits.indexOf(digit) * 10 ** (units.indexOf(unit) + 1 - (unit === '' ? 1 : 0)),
    0,
  );
}
const all = Array.from({ length: 9_999 }, (_, i) => i + 1);

it('every number is read back from its words', () => {
  for (const n of all) {
    expect({ n, is: readChinese(chinese(n), '零一二三四五六七八九', '十百千') }).toEqual({ n, is: n });
    expect({ n, is: readChinese(chinese(n, true), '零壹贰叁肆伍陆柒捌玖', '拾佰仟') }).toEqual({ n, is: n });
    expect({ n, is: readLetters(letter(n)) }).toEqual({ n, is: n });
    if (n < 4_000) expect({ n, is: readRoman(roman(n)) }).toEqual({ n, is: n });
  }
});

it('as articles are numbered', () => {
  expect([10, 11, 20, 100, 101, 110, 115, 1001, 1010, 2026].map((n) => chinese(n))).toEqual([
    '十',
    '十一',
    '二十',
    '一百',
    '一百零一',
    '一百一十',
    '一百一十五',
    '一千零一',
    '一千零一十',
    '二千零二十六',
  ]);
  expect([10, 115].map((n) => chinese(n, true))).toEqual(['壹拾', '壹佰壹拾伍']);
  expect(chineseDigits(2026)).toBe('二〇二六');
  expect([1, 26, 27, 28].map((n) => letter(n, true))).toEqual(['a', 'z', 'aa', 'bb']);
});

it('circles, stems and branches', () => {
  expect(Array.from({ length: 50 }, (_, i) => circled(i + 1).normalize('NFKC'))).toEqual(
    Array.from({ length: 50 }, (_, i) => String(i + 1)),
  );
  expect([circled(0), circled(51)]).toEqual(['0', '51']);
  expect([1, 10, 11].map(heavenly)).toEqual(['甲', '癸', '甲']);
  expect([1, 12, 13].map(earthly)).toEqual(['子', '亥', '子']);
});

it.each([0, -1, 10_000])('what has no words (%i) keeps its digits', (n) =>
  expect([chinese(n), chinese(n, true)].map((text) => text.replace(/[〇零]/, '0'))).toEqual([String(n), String(n)]),
);
