import { DecodingMode, EntityDecoder, htmlDecodeTree } from 'entities/decode';

let stands = '';
const decoder = new EntityDecoder(htmlDecodeTree, (point) => {
  stands += String.fromCodePoint(point);
});

/**
 * A character reference at `at` as a browser reads it in text (HTML §13.2.5.72–80): all 2,231 names, those that need no
 * semicolon without one, numbers with as many zeros before them as somebody likes; null for any other ampersand.
 */
export function entityAt(source: string, at: number): { end: number; stands: string } | null {
  stands = '';
  decoder.startEntity(DecodingMode.Legacy);
  const written = decoder.write(source, at + 1);
  // −1: the text ends inside the reference.
  const length = written < 0 ? decoder.end() : written;
  return length > 0 ? { end: at + length, stands } : null;
}
