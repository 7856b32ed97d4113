import { expect, it } from 'vitest';
import { charSet } from './char-set.ts';
import { spelled } from './spelled.ts';

const texts = (source: string) => spelled(source).map(({ text }) => text);
const escapes = (text: string) =>
  [...text].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

it.each<[string, string, string[]]>([
  ['escapes of JSON', escapes('老赖名单'), ['老赖名单']],
  ['escapes in large letters', escapes('老赖名单').replace(/[0-9a-f]{4}/g, (hex) => hex.toUpperCase()), ['老赖名单']],
  ['with plain letters between', `5108${escapes('021')}9900`, ['51080219900']],
  ['two of them, as in a path of Windows', 'c:\\u8001\\u8d56', []],
  ['turned round', '<bdo dir="rtl">单名赖老</bdo>', ['老赖名单']],
  ['turned round with tags inside', '<BDO dir=rtl>单<b>名</b>赖老</BDO>', ['老赖名单']],
  ['turned round with a character of two units', '<bdo dir="rtl">好😀</bdo>', ['😀好']],
  ['not turned round', '<bdo dir="ltr">老赖</bdo>', []],
  ['never closed', '<bdo dir="rtl">单名赖老', []],
  ['none', '平常的话', []],
])('%s', (_, source, found) => expect(texts(source)).toEqual(found));

it('each place is that of the whole', () => {
  const source = `前<bdo dir="rtl">赖老</bdo>后 ${escapes('老赖名')} 尾`;
  expect(spelled(source).map(({ from, to }) => source.slice(from, to))).toEqual([
    escapes('老赖名'),
    '<bdo dir="rtl">赖老</bdo>',
  ]);
});

it('a flood of them is read in one pass', () => {
  expect(texts('\\u'.repeat(50_000))).toEqual([]);
  expect(texts('<bdo rtl'.repeat(20_000))).toEqual([]);
});

it('a set of characters knows its own, and nothing beyond the end of a text', () => {
  const has = charSet('老赖');
  expect([...'老赖人'].map((char) => has(char.charCodeAt(0)))).toEqual([true, true, false]);
  expect(has('老'.charCodeAt(5))).toBe(false);
});
