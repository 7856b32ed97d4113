import { describe, expect, it } from 'vitest';
import { cellSign } from '../cell-sign.ts';
import { tableLines } from './table-lines.ts';

describe('a table as sentences', () => {
  it.each<[string, string, string[]]>([
    [
      'of Markdown: each cell with the head of its column',
      '| 姓名 | 欠款 |\n|---|:-:|\n| 甲 | 三万 |\n| 乙 | 五万 |',
      ['姓名，欠款', '姓名：甲，欠款：三万', '姓名：乙，欠款：五万'],
    ],
    ['with tabs, as a sheet is pasted', '姓名\t欠款\n甲\t三万', ['姓名，欠款', '姓名：甲，欠款：三万']],
    [
      'of a page, with an empty cell',
      ['姓名', '年龄', '欠款'].map((c) => cellSign + c + cellSign).join('') +
        '\n' +
        ['甲', '', '三万'].map((c) => cellSign + c + cellSign).join(''),
      ['姓名，年龄，欠款', '姓名：甲，欠款：三万'],
    ],
    ['with empty lines between its rows', '姓名|欠款\n\n甲|三万', ['姓名，欠款', '姓名：甲，欠款：三万']],
    ['a row with fewer cells than the head', '姓名|年龄|欠款\n甲|三万', ['姓名，年龄，欠款', '姓名：甲，年龄：三万']],
    ['a row with an empty cell more than the head', '姓名|欠款\n甲||三万', ['姓名，欠款', '姓名：甲，欠款：三万']],
    ['a cell that repeats its head', '姓名|姓名\n姓名|甲', ['姓名，姓名', '姓名，姓名：甲']],
    [
      'a second table has its own head',
      '姓名|欠款\n甲|三万\n下面是另一张表\n单位|电话\n局|座机',
      ['姓名，欠款', '姓名：甲，欠款：三万', '单位，电话', '单位：局，电话：座机'],
    ],
    [
      'a head that is a whole sentence is not repeated at length',
      `${'长'.repeat(40)}|欠款\n甲|三万`,
      [`${'长'.repeat(40)}，欠款`, `${'长'.repeat(14)}：甲，欠款：三万`],
    ],
  ])('%s', (_, text, rows) => expect(tableLines(text).split('\n')).toEqual(rows));
});

describe('a list as sentences', () => {
  it.each<[string, string, string[]]>([
    ['with numbers', '欠缴水费的住户：\n1. 甲\n2、乙', ['甲，欠缴水费的住户', '乙，欠缴水费的住户']],
    ['with signs', '名单：\n- 甲\n• 乙\n◦ 丙', ['甲，名单', '乙，名单', '丙，名单']],
    ['with Chinese numbers', '名单：\n一、甲\n（二）乙\n（3）丙', ['甲，名单', '乙，名单', '丙，名单']],
    ['with empty lines between', '名单：\n\n1. 甲\n\n2. 乙', ['甲，名单', '乙，名单']],
    [
      'in one line',
      '以下商家拒绝明码标价：1.甲饭庄 2.乙理发店',
      ['甲饭庄，以下商家拒绝明码标价', '乙理发店，以下商家拒绝明码标价'],
    ],
  ])('%s', (_, text, rows) => expect(tableLines(text).split('\n')).toEqual(rows));

  it.each<[string, string]>([
    ['items without a line above', '1. 甲\n2. 乙'],
    ['a line that is no head', '今天开会。\n1. 甲'],
    ['a head that is as long as a paragraph', `${'长'.repeat(70)}：\n1. 甲`],
    ['words with a colon', '他说：明天再来。'],
    ['nothing', ''],
  ])('is none: %s', (_, text) => expect(tableLines(text)).toBe(''));

  it('ends where another line stands', () =>
    expect(tableLines('名单：\n1. 甲\n以上已经结清。\n2. 乙')).toBe('甲，名单'));
});
