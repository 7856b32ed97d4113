import { createHash } from 'node:crypto';
import { encode } from 'uqr';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { drawQr, drawSeal } from './marks.ts';
import { openSheet, type Style } from './sheet.ts';
import { fillTypeCase } from './type-case.ts';

const style: Style = { size: 20, weight: 400, leading: 1.6, color: '#000000' };
const options = { width: 600, height: 300, title: '示例', author: '示例', date: new Date('2027-03-10T17:30:00+08:00') };
const textOf = async (bytes: Uint8Array) =>
  (await extractText(await getDocumentProxy(bytes), { mergePages: true })).text.replace(/\s/g, '');

test('印出来的字能选中、能复制，两种粗细都在', async () => {
  const words = '诚信广元：“说到做到。”2027年 Credit China 龘';
  const sheet = openSheet(await fillTypeCase({ 400: words, 700: words }), options);
  sheet.lines([words], 20, 20, style);
  sheet.lines([words], 20, 60, { ...style, weight: 700 });
  const text = await textOf(await sheet.bytes());
  expect(text.split('诚信广元：“说到做到。”2027年CreditChina龘')).toHaveLength(3);
});

test('字库没有的字：记下来，照样印，不出错', async () => {
  const words = '𬱖头🎋';
  const type = await fillTypeCase({ 400: words, 700: '' });
  expect(type.missing).toEqual(['𬱖', '🎋']);
  const sheet = openSheet(type, options);
  expect(sheet.measure(words, style)).toBe(60);
  sheet.lines([words], 20, 20, style);
  expect(await textOf(await sheet.bytes())).toBe('头');
});

test('字盘没有备的字是程序的错，不能悄悄印成方框', async () => {
  const sheet = openSheet(await fillTypeCase({ 400: '诚信', 700: '' }), options);
  expect(() => sheet.lines(['诚信广'], 20, 20, style)).toThrow('字盘里没有备“广”字');
  expect(() => sheet.measure('诚', { ...style, weight: 700 })).toThrow('字盘里没有备');
});

test('两个半边空白的标点挤成一个，行首行尾的空白不算，中英文之间留一线', async () => {
  const words = '诚。”“《，A1';
  const sheet = openSheet(await fillTypeCase({ 400: words, 700: '' }), options);
  const em = (text: string) => sheet.measure(text, style) / style.size;
  expect(em('诚诚')).toBeCloseTo(2, 5);
  expect(em('诚。')).toBeCloseTo(1.5, 5);
  expect(em('《诚')).toBeCloseTo(1.5, 5);
  expect(em('诚，诚')).toBeCloseTo(3, 5);
  expect(em('诚。《诚')).toBeCloseTo(3.5, 5);
  expect(em('诚A诚') - em('A')).toBeCloseTo(2.25, 5);
});

test('同样的内容，什么时候做都是同样的字节', async () => {
  const make = async () => {
    const sheet = openSheet(await fillTypeCase({ 400: '诚信', 700: '' }), options);
    sheet.lines(['诚信'], 20, 20, style);
    drawSeal(sheet.pdf, 200, 20, 60, { turn: -1.5 });
    drawQr(sheet.pdf, 'https://cx.example/s/1', 200, 120, 80);
    return createHash('sha256')
      .update(await sheet.bytes())
      .digest('hex');
  };
  expect(await make()).toBe(await make());
});

test('二维码的每一个黑点都画上了，一个不多', async () => {
  const link = 'https://cx.example.gov.cn/s/123?d=0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';
  const drawn: [number, number, number, number][] = [];
  const pdf = { rect: (...box: [number, number, number, number]) => void drawn.push(box), fill: () => undefined };
  const { data } = encode(link, { ecc: 'M', border: 0 });
  drawQr(pdf as never, link, 10, 20, data.length);
  const black = new Set(
    drawn.flatMap(([x, y, w]) =>
      Array.from({ length: Math.round(w) }, (_, i) => `${Math.round(y - 20)},${Math.round(x - 10) + i}`),
    ),
  );
  expect(black).toEqual(new Set(data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${y},${x}`] : [])))));
});
