import { Unreadable } from './unreadable.ts';

/**
 * Text of a file in UTF-8, UTF-16 (with a mark, or plainly so by its zero bytes) or GB18030.
 * @throws Unreadable when it is none of them
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const wide = wideOrder(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding may fit.
    }
  }
  // Nearly all of it may still be text: a file cut off in the middle of a character must not hide what stands before.
  const loose = new TextDecoder('utf-8').decode(bytes);
  const lost = loose.match(/\ufffd/g)?.length ?? 0;
  if (lost > loose.length / 50 + 2) throw new Unreadable('encoding');
  return loose;
}

/** ASCII in UTF-16 without a mark has a zero in every second byte. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const size = Math.min(bytes.length & ~1, 4096);
  if (size < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < size; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  if (odd > size / 8 && even < odd / 8) return 'utf-16le';
  return even > size / 8 && odd < even / 8 ? 'utf-16be' : null;
}
