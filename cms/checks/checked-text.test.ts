import { describe, expect, it } from 'vitest';
import { cellSign, cellsOf, partsCells } from './cell-sign.ts';
import { lineColumns } from './checked-text.ts';
import { isBlocked } from './finding.ts';
import { maskFound } from './mask-found.ts';
import { createFiction } from '../testing/corpus/fiction.ts';

describe('line and column, as an editor counts them', () => {
  it.each<[string, number, string]>([
    ['甲乙', 0, '1:1'],
    ['甲乙', 1, '1:2'],
    ['甲\n乙', 2, '2:1'],
    ['甲\r\n乙', 3, '2:1'],
    ['甲\n\n\n乙', 4, '4:1'],
    ['😀乙', 2, '1:2'],
    ['甲\n', 1, '1:2'],
    ['甲\n', 2, '2:1'],
    ['', 0, '1:1'],
  ])('of %j at %i', (text, offset, place) => expect(lineColumns(text)(offset)).toBe(place));

  it('are the same in whatever order they are asked for', () => {
    const text = '一二三\n四😀五\n\n六';
    const places = Array.from({ length: text.length + 1 }, (_, offset) => lineColumns(text)(offset));
    const asked = lineColumns(text);
    for (const offset of [8, 0, 5, 5, 10, 2, 1, 0, 9, 1]) expect(asked(offset)).toBe(places[offset]);
  });
});

describe('the cells of a line', () => {
  const html = (...cells: string[]) => cells.map((cell) => cellSign + cell + cellSign).join('');
  it.each<[string, string[]]>([
    ['| 甲 | 乙 |', [' 甲 ', ' 乙 ']],
    ['甲|乙', ['甲', '乙']],
    ['甲\t\t乙', ['甲', '', '乙']],
    [html('甲', '', '乙'), ['甲', '', '乙']],
    [`甲${cellSign}乙`, ['甲', '乙']],
    [`甲，${cellSign}乙，${cellSign}`, ['甲，', '乙，', '']],
    [`${cellSign}甲`, ['', '甲']],
    ['一句话', ['一句话']],
    ['', ['']],
  ])('%j', (line, cells) => expect(cellsOf(line)).toEqual(cells));

  it.each<[string, boolean]>([
    ['甲 | 乙', true],
    ['甲\t乙', true],
    ['甲  乙', true],
    [`甲${cellSign}乙`, true],
    ['甲 乙', false],
    ['甲，乙', false],
  ])('%j parts cells: %s', (text, parts) => expect(partsCells.test(text)).toBe(parts));
});

it('one finding that blocks stops all, questions alone stop nothing', () => {
  expect(isBlocked([])).toBe(false);
  expect(isBlocked([{ level: 'warn' }, { level: 'warn' }])).toBe(false);
  expect(isBlocked([{ level: 'warn' }, { level: 'block' }])).toBe(true);
});

describe('a path with a number in it', () => {
  const fiction = createFiction(9);
  const id = fiction.id();
  it.each<[string, string]>([
    ['an ID', `/表/${id}.txt`],
    ['two', `${id}和${fiction.id()}.txt`],
    ['wide digits', `${id.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))}.txt`],
    ['coded', `/${encodeURIComponent(`${id.slice(0, 6)} ${id.slice(6)}`)}.txt`],
  ])('is shown without it: %s', (_, path) => {
    const shown = maskFound(path, {});
    expect(shown.normalize('NFKC')).not.toMatch(/\d{5}/);
    expect(shown.at(-1)).toBe('t');
  });

  it('other paths stay as they are', () =>
    expect(maskFound('/稿件/2026-11-28 张伟赌博.docx', {})).toBe('/稿件/2026-11-28 张伟赌博.docx'));
});
