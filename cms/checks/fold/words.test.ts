import { describe, expect, it } from 'vitest';
import { words } from './words.ts';

const joined = (text: string) => words({ text }).text;
const apart = (text: string) => words({ text }, true).text;

describe('words over what is put between their characters', () => {
  it.each<[string, string, string]>([
    ['a blank', '老 赖', '老赖'],
    ['a soft line end', '拖欠工\n资三万元', '拖欠工资三万元'],
    ['a line end behind a comma', '殴打邻居，\n被拘留', '殴打邻居，被拘留'],
    ['a line end with the blanks of a quoted mail', '拖欠工\r\n    资', '拖欠工资'],
    ['marks of Markdown', '**老**_赖_', '老赖'],
    ['a dot between each', '老·赖•名‧单', '老赖名单'],
    ['blanks around figures', '今年 12 岁，欠 3 万元', '今年12岁，欠3万元'],
    ['a line end before a figure', '今年\n12岁', '今年\n12岁'],
    ['letters of any size', 'QQ 老赖 App', 'qq 老赖 app'],
    ['two words of English', 'fake  news', 'fake news'],
    ['numbers apart', '3 4', '3 4'],
    ['columns that only blanks part', '姓名  12  岁', '姓名 12 岁'],
    ['a letter whose small form is longer', 'İ老赖', 'i老赖'],
  ])('%s', (_, text, read) => expect(joined(text)).toBe(read));

  it.each<[string, string]>([
    ['an empty line', '甲\n\n乙'],
    ['an empty line with blanks in it', '甲\n  \n乙'],
    ['the rows of a table', '| 甲 |\n| 乙 |'],
    ['a line that begins with a number', '完成。\n2. 乙'],
    ['a line after a full stop', '甲。\n乙'],
  ])('stay apart over %s', (_, text) => expect(joined(text)).toContain('\n'));
});

describe('read once more with every end kept', () => {
  it.each<[string, string, string]>([
    ['a line end', '三月二日\n周某', '三月二日\n周某'],
    ['a blank', '三月二日 周某', '三月二日 周某'],
    ['no mark', '**老**赖', '老赖'],
  ])('%s', (_, text, read) => expect(apart(text)).toBe(read));
});

it('each character knows where it stood', () => {
  const text = '前 **老**\n赖 1 号\n\n后';
  for (const read of [words({ text }), words({ text }, true)]) {
    expect(read.map).toHaveLength(read.text.length + 1);
    for (const char of '前老赖1号后') expect(text[read.map[read.text.indexOf(char)]!]).toBe(char);
    expect(read.map[read.text.length]).toBe(text.length);
  }
});
