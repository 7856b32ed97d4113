import { describe, expect, it } from 'vitest';
import { utf8Evidence } from './utf8.ts';

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
    ['one broken in few', Buffer.from([...whole, 0xff]), null],
    ['as many broken as whole', Buffer.from([...whole, 0xff, 0xfe, 0xff, 0xfe]), null],
    ['a letter written longer than it is', Buffer.from([0xe0, 0x81, 0x81]), null],
    ['half of a pair', Buffer.from([0xed, 0xa0, 0x80]), null],
    ['beyond the last character', Buffer.from([0xf4, 0x90, 0x80, 0x80]), null],
    ['a face', Buffer.from('😀😀'), 'none'],
    ['GBK', Buffer.from('b3cfd0c5b9e3d4aa', 'hex'), null],
  ])('%s', (_, bytes, damage) => expect(utf8Evidence(bytes)).toBe(damage));
});
