import type { Decoded } from './decode.ts';

/** Length of the sequence that a byte begins; 0 for a byte that begins none (RFC 3629). */
const lengthOf = (byte: number): number =>
  byte < 0x80
    ? 1
    : byte >= 0xc2 && byte <= 0xdf
      ? 2
      : byte >= 0xe0 && byte <= 0xef
        ? 3
        : byte >= 0xf0 && byte <= 0xf4
          ? 4
          : 0;

/**
 * Whether bytes are UTF-8, and how whole; null when they are not. A text in GBK hardly ever holds one three-byte sequence, so
 * that a few of them outweigh a broken one; a broken beginning or end is what cutting a file makes.
 */
export function utf8Evidence(bytes: Uint8Array): Decoded['damage'] | null {
  let whole = 0;
  let broken = 0;
  let atStart = 0;
  let at = 0;
  while (at < bytes.length && at < 3 && isTail(bytes[at])) at += 1;
  atStart = at;
  while (at < bytes.length) {
    const length = lengthOf(bytes[at] ?? 0);
    const has = length === 0 ? 0 : tailLength(bytes, at, length);
    if (length > 0 && has === length) {
      if (length > 2) whole += 1;
      at += length;
    } else if (length > 1 && at + has === bytes.length) {
      return judge(whole, broken, atStart, true);
    } else {
      broken += 1;
      at += Math.max(1, has);
    }
  }
  return judge(whole, broken, atStart, false);
}

const isTail = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** How many bytes of a sequence of `length` are there and fit. */
function tailLength(bytes: Uint8Array, at: number, length: number): number {
  let has = 1;
  while (has < length && isTail(bytes[at + has])) has += 1;
  const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
  const isWrong =
    has > 1 &&
    ((first === 0xe0 && second < 0xa0) ||
      (first === 0xed && second > 0x9f) ||
      (first === 0xf0 && second < 0x90) ||
      (first === 0xf4 && second > 0x8f));
  return isWrong ? 1 : has;
}

function judge(whole: number, broken: number, atStart: number, isCut: boolean): Decoded['damage'] | null {
  if (broken === 0 && atStart === 0 && !isCut) return 'none';
  if (broken === 0) return whole > 0 ? (isCut ? 'end' : 'inside') : null;
  return whole >= 8 && broken + atStart <= whole / 20 + 1 ? 'inside' : null;
}
