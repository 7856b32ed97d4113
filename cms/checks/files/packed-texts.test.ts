import { describe, expect, it } from 'vitest';
import { packedParts } from './packed-texts.ts';
import { zip } from './testing/office.ts';

const packed = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64');
const found = (text: string) => packedParts(text).map(({ bytes }) => Buffer.from(bytes).toString());

describe('what a text carries in Base64', () => {
  it('words, wherever they begin', () => {
    const words = '身份证号写在这里，请看一看';
    expect(packedParts(`data:text/plain;base64,${packed(words)}`)).toMatchObject([{ from: 23 }]);
    expect(found(`前${packed(words)}后`)).toEqual([words]);
  });

  it('over the lines of a mail', () => {
    const words = '一句很长的话。'.repeat(20);
    expect(found(packed(words).replace(/.{76}/g, '$&\r\n'))).toEqual([words]);
  });

  it('a file of a known kind', () => expect(packedParts(packed(zip({ 'a.txt': '甲' })))).toHaveLength(1));

  it.each<[string, string]>([
    ['a long word', 'Donaudampfschifffahrtsgesellschaft'],
    ['a key', 'sk4f9A8b7C6d5E4f3A2b1C0d9E8f7A6b5C4d3E2f1A0b'],
    ['a short one', packed('短话')],
    ['bytes that are no text', packed(Buffer.from(Array.from({ length: 40 }, (_, i) => (i * 37) % 256)))],
    ['Chinese', '诚信广元'.repeat(20)],
  ])('not: %s', (_, text) => expect(packedParts(text)).toEqual([]));

  it('no more than two hundred, so that a flood costs nothing', () =>
    expect(packedParts(`${packed('一句平常的话，不长也不短')} `.repeat(300))).toHaveLength(200));
});
