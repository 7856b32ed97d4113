import { describe, expect, it } from 'vitest';
import { sheetRows } from './sheet-rows.ts';
import { bookFile, cell, row } from './testing/office.ts';
import { unescaped } from './sheet-text.ts';
import { sharedStrings } from './shared-strings.ts';
import { unzip } from './unzip.ts';

const rows = (inside: string, strings: string[] = []) =>
  sheetRows(unzip(bookFile([{ name: 's', rows: inside }], strings)));

describe('a sheet as rows', () => {
  it.each<[string, string, string[][]]>([
    [
      'of texts',
      row(cell('A1', '错误写法', 'str'), cell('B1', '级别', 'str')) + row(cell('A2', '甲', 'str')),
      [['错误写法', '级别'], ['甲']],
    ],
    ['with empty cells in front', row(cell('C1', '丙', 'str')), [['', '', '丙']]],
    ['with cells without names', '<row><c t="str"><v>甲</v></c><c t="str"><v>乙</v></c></row>', [['甲', '乙']]],
    ['of strings kept apart', row(cell('A1', '0', 's'), cell('B1', '7', 's')), [['存一', '']]],
    ['with an empty row', `${row(cell('A1', '甲', 'str'))}<row/>${row(cell('A3', '乙', 'str'))}`, [['甲'], [], ['乙']]],
    ['with a formula', '<row><c r="A1" t="str"><f>"甲"&amp;"乙"</f><v>甲乙</v></c></row>', [['甲乙']]],
    [
      'with how a word is spoken',
      '<row><c r="A1" t="inlineStr"><is><t>广元</t><rPh><t>guang</t></rPh></is></c></row>',
      [['广元']],
    ],
    ['none', '', []],
  ])('%s', (_, inside, found) => expect(rows(inside, ['存一'])).toEqual(found));

  it.each(['ZZZ1', 'IW1', '1A', 'AAAA1'])('a cell called %s belongs to no table that people use', (ref) =>
    expect(() => rows(row(cell(ref, '甲', 'str')))).toThrow('多得不正常'),
  );

  it('a text longer than a cell can be is cut where a cell ends', () =>
    expect(rows(row(cell('A1', '长'.repeat(40_000), 'str')))[0]?.[0]).toHaveLength(32_767));

  it('the first sheet is the first, whatever order the parts are packed in, and no sheet is an empty table', () => {
    const book = unzip(
      bookFile([
        { name: 'a', rows: row(cell('A1', '一', 'str')) },
        { name: 'b', rows: row(cell('A1', '二', 'str')) },
      ]),
    );
    expect(sheetRows([...book].reverse())).toEqual([['一']]);
    expect(sheetRows([])).toEqual([]);
  });
});

it.each([
  ['甲_x000D_乙', '甲\r乙'],
  ['_x005F_x000D_', '_x000D_'],
  ['_xD800_', '_xD800_'],
  ['_x00_', '_x00_'],
  ['没有', '没有'],
])('%s is written for %j', (written, meant) => expect(unescaped(written)).toBe(meant));

it('strings of a workbook keep their order, their pieces together, and what is only spoken apart', () => {
  const spoken: string[] = [];
  expect(
    sharedStrings(
      '<sst><si><t>甲</t></si><si/><si><r><t>乙</t></r><r><t>丙</t></r><rPh><t>yi</t></rPh></si><si><x:t>丁</x:t></si></sst>',
      (heard) => spoken.push(heard),
    ),
  ).toEqual(['甲', '', '乙丙', '丁']);
  expect(spoken).toEqual(['yi']);
  expect(sharedStrings('')).toEqual([]);
});
