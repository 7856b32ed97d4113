import { describe, expect, it } from 'vitest';
import { parseCsv } from './csv.ts';
import { sheetColumns } from './sheet-columns.ts';

describe('rows of a CSV', () => {
  it.each<[string, string, string[][]]>([
    [
      'plain',
      '甲,乙\n丙,丁\n',
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    ],
    [
      'of Windows',
      '甲,乙\r\n丙,丁',
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    ],
    ['with a mark in front', '\ufeff甲,乙', [['甲', '乙']]],
    ['with tabs', '甲\t乙', [['甲', '乙']]],
    ['with a comma in quotation marks', '"甲,乙",丙', [['甲,乙', '丙']]],
    ['with a line end in quotation marks', '"甲\n乙",丙', [['甲\n乙', '丙']]],
    ['with quotation marks in them', '"他说""好""",丙', [['他说"好"', '丙']]],
    ['with a blank before them', ' "甲,乙"', [['甲,乙']]],
    ['with one inside a word', '5"屏,乙', [['5"屏', '乙']]],
    ['that was cut off in quotation marks', '"甲,乙', [['甲,乙']]],
    ['with empty cells', ',,丙', [['', '', '丙']]],
    ['with empty lines, and lines of commas', '甲\n\n,,\n乙', [['甲'], ['乙']]],
    ['of nothing', '', []],
  ])('%s', (_, text, rows) => expect(parseCsv(text)).toEqual(rows));

  it('are no more and no wider than those of a table that people use', () => {
    expect(() => parseCsv(','.repeat(300))).toThrow('多得不正常');
    expect(() => parseCsv('甲\n'.repeat(100_100))).toThrow('多得不正常');
    expect(parseCsv('长'.repeat(40_000))[0]?.[0]).toHaveLength(32_767);
  });
});

describe('which column is which', () => {
  const places = (...titles: string[]) => {
    const columns = sheetColumns(titles);
    return columns && [columns.of, ...columns.at];
  };
  it.each<[string[], unknown]>([
    [
      ['错误写法', '正确写法'],
      ['words', ['wrong', 0], ['right', 1]],
    ],
    [
      ['序号', ' 错词 ', '建议改为', '依据', '处理', '例外'],
      ['words', ['wrong', 1], ['right', 2], ['why', 3], ['level', 4], ['allow', 5]],
    ],
    [
      ['姓名', '现职', '误写', '曾任'],
      ['officials', ['name', 0], ['title', 1], ['misspelt', 2], ['former', 3]],
    ],
    [
      ['Wrong', 'RIGHT', 'why'],
      ['words', ['wrong', 0], ['right', 1], ['why', 2]],
    ],
    [['姓名'], null],
    [['词', '改'], null],
    [[], null],
  ])('%j', (titles, found) => expect(places(...titles)).toEqual(found));
});
