import { describe, expect, it } from 'vitest';
import { utf16be, utf16le } from './utf16.ts';

/** As the standard says it, unit by unit; lone surrogates become U+FFFD. */
function plain(bytes: Uint8Array, little: boolean): string {
  let text = '';
  for (let i = 0; i + 1 < bytes.length; i += 2)
    text += String.fromCharCode(
      little ? (bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8) : ((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0),
    );
  return text.toWellFormed();
}

describe('UTF-16 of a slice', () => {
  it('is read at every offset and every length', () => {
    const bytes = Buffer.from(Array.from({ length: 160 }, (_, i) => (i * 97 + 13) & 255));
    for (let from = 0; from <= 64; from += 1) {
      for (let to = from; to <= bytes.length; to += 1) {
        const slice = bytes.subarray(from, to);
        expect(utf16le(slice)).toBe(plain(slice, true));
        expect(utf16be(slice)).toBe(plain(slice, false));
      }
    }
  });

  it('is read from long odd slices, thousands of times, without harm', () => {
    const bytes = Buffer.alloc(8_192, 'A');
    for (let length = 1; length < 4_300; length += 7) {
      for (const from of [0, 1, 2, 3, 5])
        expect(utf16le(bytes.subarray(from, from + length))).toHaveLength(length >> 1);
    }
  });
});
