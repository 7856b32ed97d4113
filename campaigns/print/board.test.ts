import sharp from 'sharp';
import { expect, test } from 'vitest';
import { openBoard } from './board.ts';
import { readGlyphs } from './glyphs.ts';
import { openSheet, type Style } from './sheet.ts';
import { fillTypeCase } from './type-case.ts';

const text = '诚信，“一”字 Credit 2026年6月（éÅ）';
const style: Style = { size: 40, weight: 700, leading: 1.4, color: '#000000' };
const type = await fillTypeCase({ 400: text, 700: text });

test('量出来的宽度、断行与 PDF 一样：同一套字，同一套规矩', () => {
  const sheet = openSheet(type, { width: 600, height: 800, title: '示例', author: '示例', date: new Date(0) });
  const board = openBoard(type, 600, 800, '#ffffff');
  for (const part of [text, '诚信，', '“一”', 'Credit', '2026年']) {
    // PDF kerns Latin letters, outlines stand alone.
    expect(Math.abs(board.measure(part, style) - sheet.measure(part, style)), part).toBeLessThan(1);
  }
  expect(board.wrap(text, style, 300)).toEqual(sheet.wrap(text, style, 300));
});

test('字形落在该落的地方：一横在字身中间，孔是空的', async () => {
  const png = async (char: string) => {
    const board = openBoard(await fillTypeCase({ 400: char, 700: char }), 100, 100, '#ffffff');
    board.line(char, 0, 88, { ...style, size: 100 });
    return sharp(Buffer.from(board.svg())).greyscale().raw().toBuffer();
  };
  const dark = (data: Buffer, x: number, y: number) => (data[y * 100 + x] ?? 255) < 100;
  const one = await png('一');
  const rows = Array.from({ length: 100 }, (_, y) => dark(one, 50, y));
  expect(rows.indexOf(true)).toBeGreaterThan(35);
  expect(rows.lastIndexOf(true)).toBeLessThan(65);
  const mouth = await png('口');
  expect([dark(mouth, 50, 50), Array.from({ length: 50 }, (_, x) => dark(mouth, x, 50)).includes(true)]).toEqual([
    false,
    true,
  ]);
  expect((await png('龘')).some((level) => level < 100)).toBe(true);
});

test('字库里没有的字印成方框；不是字体的一句话说清', async () => {
  const rare = '\u{2a6a5}';
  const board = openBoard(await fillTypeCase({ 400: rare, 700: rare }), 100, 100, '#ffffff');
  board.line(rare, 0, 88, style);
  expect(board.svg()).toContain('h.8v.8h-.8z');
  expect(() => readGlyphs(Buffer.alloc(64))).toThrow('打印用的字体读不了');
});
