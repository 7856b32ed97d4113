import { describe, expect, it } from 'vitest';
import { readable, readExif } from './exif.ts';

/** A TIFF block: directories of [tag, type, count, value or offset], then bytes behind them. */
function tiff(
  little: boolean,
  entries: [number, number, number, number][],
  tail: Uint8Array = Buffer.alloc(0),
  next = 0,
): Buffer {
  const bytes = Buffer.alloc(14 + entries.length * 12);
  const u16 = (value: number, at: number) => (little ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at));
  const u32 = (value: number, at: number) => (little ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at));
  bytes.write(little ? 'II' : 'MM');
  u16(42, 2);
  u32(8, 4);
  u16(entries.length, 8);
  for (const [i, [tag, type, count, value]] of entries.entries()) {
    u16(tag, 10 + i * 12);
    u16(type, 12 + i * 12);
    u32(count, 14 + i * 12);
    u32(value, 18 + i * 12);
  }
  u32(next, 10 + entries.length * 12);
  return Buffer.concat([bytes, tail]);
}
const comment = Buffer.from('拍于示例镇的老街口');

describe.each([true, false])('what a picture says of itself, little end first: %s', (little) => {
  it('a text, with the head of a JPEG or without', () => {
    const block = tiff(little, [[0x9286, 2, comment.length, 26]], comment);
    for (const bytes of [block, Buffer.concat([Buffer.from('Exif\0\0'), block])])
      expect(readExif(bytes)).toMatchObject({ hasPlace: false, texts: expect.arrayContaining([comment.toString()]) });
  });

  it('a place, and none where only the version of places is told', () => {
    // The pointer to the places leads to a second directory right behind the first.
    const second = (tag: number) => tiff(little, [[tag, 5, 3, 8]]).subarray(8);
    const place = (tag: number) => tiff(little, [[0x8825, 4, 1, 26]], second(tag));
    expect(readExif(place(2)).hasPlace).toBe(true);
    expect(readExif(place(4)).hasPlace).toBe(true);
    expect(readExif(place(0)).hasPlace).toBe(false);
  });

  it.each<[string, [number, number, number, number][], number]>([
    ['a directory that leads to itself', [[0x8769, 4, 1, 8]], 8],
    ['a text that lies outside', [[0x9286, 2, 50, 9_999]], 0],
    ['a text of a length that is none', [[0x9286, 2, 0xffffffff, 26]], 0],
    ['a directory that lies outside', [[0x8825, 4, 1, 0xfffffff0]], 0xfffffff0],
    ['an unknown kind of value', [[0x9286, 99, 10, 26]], 0],
  ])('is left out: %s', (_, entries, next) =>
    expect(readExif(tiff(little, entries, Buffer.alloc(0), next))).toEqual({ hasPlace: false, texts: [] }),
  );
});

it.each(['', 'II', 'Exif\0\0', 'JFIF....', 'MM\0*\0\0'])('%j says nothing', (text) =>
  expect(readExif(Buffer.from(text, 'latin1'))).toEqual({ hasPlace: false, texts: [] }),
);

describe('a value that may be a text', () => {
  it.each<[string, Buffer, string]>([
    ['in UTF-8', Buffer.from('示例镇'), '示例镇'],
    ['in UTF-16, as Windows writes remarks', Buffer.from('示例镇', 'utf16le'), '示例镇'],
    [
      'behind the eight letters of its code',
      Buffer.concat([Buffer.from('UNICODE\0'), Buffer.from('示例镇', 'utf16le')]),
      '示例镇',
    ],
    [
      'in the other order',
      Buffer.concat([Buffer.from('UNICODE\0'), Buffer.from('示例镇', 'utf16le').swap16()]),
      '示例镇',
    ],
    ['with zeros at its end', Buffer.from('Camera\0\0'), 'Camera'],
  ])('%s', (_, value, text) => expect(readable(value)).toContain(text));

  it('numbers are none', () => expect(readable(Buffer.from([1, 2, 3, 250, 251, 252, 0, 0]))).toEqual([]));
});
