import { describe, expect, it } from 'vitest';
import { looksBig5 } from './big5.ts';

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
