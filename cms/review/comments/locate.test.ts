import { expect, it } from 'vitest';
import { locate } from './locate.ts';

const pinned = { paragraph: 2, quote: '企业在公示期满后可以申请修复信用。' };
const a = '开头一段讲来历。';
const b = '企业在公示期满以后，可以申请修复信用。';
const c = '结尾讲怎么联系我们。';

it.each([
  ['where it was', [a, pinned.quote, c], 2],
  ['after a paragraph came before it', [a, c, pinned.quote], 3],
  ['after a small edit', [a, b, c], 2],
  ['after a small edit and a move', [b, a, c], 1],
  ['the nearest of two that are the same', [pinned.quote, pinned.quote, pinned.quote], 2],
  ['nowhere when it is gone', [a, c], null],
  ['nowhere in an empty text', [], null],
])('a comment is found %s', (_, paragraphs, expected) => {
  expect(locate(pinned, paragraphs)).toBe(expected);
});
