import { describe, expect, it } from 'vitest';
import { createFiction } from '../../testing/corpus/fiction.ts';
import { findMasked } from './find-masked.ts';

const fiction = createFiction(31);
const id = fiction.id('510802');
const told = (text: string) => findMasked(text).map(({ from, level, to }) => `${level} ${text.slice(from, to)}`);
const hidden = (from: number, to: number, star: string) => id.slice(0, from) + star.repeat(to - from) + id.slice(to);

describe('a mask that leaves too much', () => {
  it.each([...'*×xX●＿_█•?'])('of %s, in one run', (star) => {
    for (const number of [hidden(14, 18, star), hidden(10, 14, star), hidden(12, 16, star)]) {
      expect(told(`证号${number}。`)).toEqual([`block ${number}`]);
      expect(told(`编号${number}。`)).toEqual([`block ${number}`]);
    }
  });

  it('of single signs is told where a word says what the number is, and with stars everywhere', () => {
    const spread = (star: string) => `${id.slice(0, 10)}${star}${id.slice(11, 13)}${star}${id.slice(14)}`;
    expect(told(`身份证号${spread('_')}`)).toEqual([`block ${spread('_')}`]);
    expect(told(`身份证号${spread('x')}`)).toEqual([`block ${spread('x')}`]);
    expect(told(`编号${spread('*')}`)).toEqual([`block ${spread('*')}`]);
  });

  it.each([
    '510802_20261105_01',
    '510802_2026_1105_001',
    '屏幕3840x2160x1920x24',
    '330x450x1200x2400x12',
    '文件51080220_26110501_1',
    '批号510802**12345678**',
    '51080299****110512',
    '单号5108021999**4512*3',
  ])('is none: %s', (text) => expect(told(text)).toEqual([]));

  it('that leaves little is one', () => {
    for (const star of '*x_') expect(told(`证号${id.slice(0, 4)}${star.repeat(13)}${id.slice(17)}`)).toEqual([]);
  });
});
