import { describe, expect, it } from 'vitest';
import { looksBig5 } from './big5.ts';
import { declaredEncoding } from './declared.ts';
import { utf8Evidence } from './utf8.ts';
import { wideOrder } from './wide.ts';

const little = (text: string) => Buffer.from(text, 'utf16le');
const big = (text: string) => little(text).swap16();

describe('the order of UTF-16 without a mark', () => {
  it.each<[string, Uint8Array, string | null]>([
    ['letters, little end first', little('a,b,c'), 'little'],
    ['letters, big end first', big('a,b,c'), 'big'],
    ['Chinese, little end first', little('渡口的灯三十年'), 'little'],
    ['Chinese, big end first', big('渡口的灯三十年'), 'big'],
    ['Chinese in UTF-8', Buffer.from('渡口的灯三十年没有熄过'), null],
    ['letters of one byte', Buffer.from('plain words'), null],
    ['an odd number of bytes', Buffer.concat([little('渡口的灯'), Buffer.from([1])]), null],
    ['two bytes', Buffer.from([0x41, 0]), null],
    ['nothing', Buffer.alloc(0), null],
    ['noise', Buffer.from([0x12, 0xd8, 0x34, 0xdc, 0x99, 0xff, 0x01, 0xfe]), null],
  ])('%s', (_, bytes, order) => expect(wideOrder(bytes)).toBe(order));
});

describe('what bytes show of UTF-8', () => {
  const whole = Buffer.from('一句话');
  it.each<[string, Uint8Array, string | null]>([
    ['whole', whole, 'none'],
    ['letters', Buffer.from('abc'), 'none'],
    ['nothing', Buffer.alloc(0), 'none'],
    ['cut at the end', whole.subarray(0, -1), 'end'],
    ['cut at the beginning', whole.subarray(1), 'inside'],
    ['only a broken one', whole.subarray(0, 2), null],
    ['one broken in many', Buffer.concat([Buffer.from('一句话又一句话又一句话'), Buffer.from([0xff])]), 'inside'],
    ['as many broken as whole', Buffer.from([...whole, 0xff, 0xfe, 0xff, 0xfe]), null],
    ['a letter written longer than it is', Buffer.from([0xe0, 0x81, 0x81]), null],
    ['half of a pair', Buffer.from([0xed, 0xa0, 0x80]), null],
    ['beyond the last character', Buffer.from([0xf4, 0x90, 0x80, 0x80]), null],
    ['a face', Buffer.from('😀😀'), 'none'],
    ['GBK', Buffer.from('b3cfd0c5b9e3d4aa', 'hex'), null],
  ])('%s', (_, bytes, damage) => expect(utf8Evidence(bytes)).toBe(damage));
});

describe('what a file states of itself', () => {
  it.each<[string, string | null]>([
    ['<meta charset="gb2312">', 'gb18030'],
    ['<META CHARSET=GBK>', 'gb18030'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=big5">', 'big5'],
    ['<?xml version="1.0" encoding="GB18030"?>', 'gb18030'],
    ['  <?xml version="1.0" encoding=\'shift_jis\'?>', 'shift_jis'],
    ['@charset "big5";', 'big5'],
    ['<meta charset="utf-8">', null],
    ['<meta charset="utf-16">', null],
    ['<meta charset="klingon">', null],
    ['charset=gbk', null],
    [`${' '.repeat(5000)}<meta charset="gbk">`, null],
    ['', null],
  ])('%j', (text, encoding) => expect(declaredEncoding(Buffer.from(text))).toBe(encoding));
});

describe('Big5 by its letters', () => {
  const big5 = Buffer.from('b8dbabc8ac4fa5dfa8ada4a7a5bba141a6f5ab48a5ceaabaa4a8bdb9a4d1a455a143', 'hex');
  it.each<[string, Uint8Array, boolean]>([
    ['a sentence', big5, true],
    ['a sentence among letters', Buffer.concat([Buffer.from('title: '), big5, Buffer.from('\nend')]), true],
    ['a few letters', big5.subarray(0, 12), false],
    ['GBK', Buffer.from('b3cfd0c5b9e3d4aaa3acd6a4bac5b2bbd0b4d4dab8e5bcfec0efa1a3', 'hex'), false],
    ['UTF-8', Buffer.from('他守着渡口的木牌三十年'), false],
    ['letters', Buffer.from('only letters of one byte'), false],
  ])('%s', (_, bytes, is) => expect(looksBig5(bytes)).toBe(is));
});
