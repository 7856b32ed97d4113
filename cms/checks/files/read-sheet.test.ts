import { describe, expect, it } from 'vitest';
import { createFiction } from '../../testing/corpus/fiction.ts';
import { cellSign } from '../cell-sign.ts';
import { readSheet } from './read-sheet.ts';
import { cell, row } from './testing/office.ts';

const sheet = (inside: string, strings: string[] = [], hidden = false) =>
  readSheet(`<worksheet><sheetData>${inside}</sheetData></worksheet>`, { name: '名册', hidden }, strings, new Set());
const lines = (inside: string, strings: string[] = []) =>
  (sheet(inside, strings).texts[0]?.text ?? '').split('\n\n').filter(Boolean);

describe('the cells of a sheet', () => {
  it.each<[string, string, string[]]>([
    [
      'in rows',
      row(cell('A1', '甲', 'str'), cell('B1', '3')) + row(cell('A2', '乙', 'str')),
      [`甲，${cellSign}3，${cellSign}`, `乙，${cellSign}`],
    ],
    ['with an empty one before', row(cell('C1', '甲', 'str')), [`${cellSign}${cellSign}甲，${cellSign}`]],
    [
      'with an empty one between',
      row(cell('A1', '甲', 'str'), cell('C1', '乙', 'str')),
      [`甲，${cellSign}${cellSign}乙，${cellSign}`],
    ],
    [
      'without names',
      '<row><c t="str"><v>甲</v></c><c t="str"><v>乙</v></c></row>',
      [`甲，${cellSign}乙，${cellSign}`],
    ],
    [
      'far out at the right, which is not filled up',
      row(cell('A1', '甲', 'str'), cell('XFD1', '乙', 'str')),
      [`甲，${cellSign}乙，${cellSign}`],
    ],
    ['of strings that are kept apart', row(cell('A1', '1', 's')), [`第二，${cellSign}`]],
    ['of a string that is not there', row(cell('A1', '9', 's')), [`，${cellSign}`]],
    ['with characters that XML cannot hold', row(cell('A1', '甲_x000D_乙', 'str')), [`甲\r乙，${cellSign}`]],
    ['a phone number kept as a power', row(cell('A1', '1.3912345678E10')), [`13912345678，${cellSign}`]],
    ['a fraction kept as a power', row(cell('A1', '1.5E1')), [`15，${cellSign}`]],
    ['a fraction that stays one', row(cell('A1', '1.25E1')), [`1.25E1，${cellSign}`]],
    ['a small number kept as a power', row(cell('A1', '1.5E-3')), [`1.5E-3，${cellSign}`]],
    ['outside of a row', cell('A1', '甲', 'str'), [`甲，${cellSign}`]],
    ['none', '', []],
  ])('%s', (_, inside, found) => expect(lines(inside, ['第一', '第二'])).toEqual(found));

  it('each knows its place, also far down', () => {
    const [text] = sheet(
      row(cell('A1', '甲', 'str')) + row(cell('B200', '乙', 'str'), cell('C200', '丙', 'str')),
    ).texts;
    for (const [char, ref] of Object.entries({ 甲: 'A1', 乙: 'B200', 丙: 'C200' }))
      expect(text?.at?.(text.text.indexOf(char))).toBe(`表“名册”!${ref}`);
  });

  it('a hidden sheet is told to be one', () =>
    expect(sheet(row(cell('A1', '甲', 'str')), [], true).texts[0]?.field).toBe('隐藏表“名册”'));
});

describe('beside the cells', () => {
  const beside = (xml: string) =>
    readSheet(xml, { name: '名册', hidden: false }, [], new Set())
      .texts.slice(1)
      .map(({ at, kind, text }) => `${at?.(0)} ${kind ?? 'prose'} ${text}`);
  it.each<[string, string, string[]]>([
    [
      'a formula',
      '<worksheet><row><c r="B2"><f>A1+1</f><v>3</v></c></row></worksheet>',
      ['表“名册”!B2公式 machine A1+1'],
    ],
    ['a footer', '<worksheet><oddFooter>第1页</oddFooter></worksheet>', ['表“名册” oddFooter prose 第1页']],
    [
      'a prompt',
      '<worksheet><dataValidation sqref="A1:A9" prompt="填身份证号"/></worksheet>',
      ['表“名册”A1:A9 prose 填身份证号'],
    ],
    [
      'a link',
      '<worksheet><hyperlink ref="C1" tooltip="点这里" location="底稿!A1"/></worksheet>',
      ['表“名册”C1 prose 点这里', '表“名册”C1 prose 底稿!A1'],
    ],
  ])('%s', (_, xml, found) => expect(beside(xml)).toEqual(found));
});

describe('an ID that was kept as a number', () => {
  const id = createFiction(3).id('510802');
  const found = (value: string, type = 'n') => sheet(row(cell('D4', value, type))).findings;
  it('is known by what is left of it', () => {
    const [first] = found(`${id.slice(0, 15)}000`);
    expect(first).toMatchObject({ rule: 'personal-data/citizen-id-number', level: 'block', at: '表“名册”!D4' });
    expect(JSON.stringify(first)).not.toContain(id.slice(0, 14));
    expect(found(`${id[0]}.${id.slice(1, 15)}E+17`)).toHaveLength(1);
  });

  it.each<[string, string, string]>([
    ['as text it is found by what reads texts', `${id.slice(0, 15)}000`, 'str'],
    ['an amount of eighteen digits', '190802199001010000', 'n'],
    ['a day that is none', `${id.slice(0, 10)}9999${id.slice(14)}`, 'n'],
    ['seventeen digits', id.slice(0, 17), 'n'],
  ])('not: %s', (_, value, type) => expect(found(value, type)).toEqual([]));
});
