import { describe, expect, it } from 'vitest';
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
