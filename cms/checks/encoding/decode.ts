import { utf16be, utf16le } from '../../foreign/utf16.ts';
import { Unreadable } from '../files/unreadable.ts';
import { looksBig5 } from './big5.ts';
import { declaredEncoding } from './declared.ts';
import { utf8Evidence } from './utf8.ts';
import { wideOrder } from './wide.ts';

export interface Decoded {
  text: string;
  /** By its WHATWG name. */
  encoding: string;
  /** Characters that were damaged; the text around them is whole. */
  damage: 'none' | 'end' | 'inside';
}

/**
 * Text of a file by what its bytes show, the surest first: a byte order mark, the zeros or letters of UTF-16, valid UTF-8 (also
 * cut off inside a character), what the file declares, Big5 by its letters, GB18030. A declaration against the bytes is not believed.
 * @throws Unreadable when it is none of them
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return wide(bytes.subarray(2), 'little');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return wide(bytes.subarray(2), 'big');
  const order = wideOrder(bytes);
  if (order) return wide(bytes, order);
  const evidence = utf8Evidence(bytes);
  if (evidence) return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8', damage: evidence };
  const declared = declaredEncoding(bytes);
  const found =
    (declared ? strict(bytes, declared) : null) ??
    (looksBig5(bytes) ? strict(bytes, 'big5') : null) ??
    strict(bytes, 'gb18030') ??
    loose(bytes);
  if (found) return found;
  throw new Unreadable('encoding');
}

/** Half a character at the end is a file cut off. */
const wide = (bytes: Uint8Array, order: 'little' | 'big'): Decoded => ({
  text: order === 'little' ? utf16le(bytes) : utf16be(bytes),
  encoding: `utf-16${order === 'little' ? 'le' : 'be'}`,
  damage: bytes.length % 2 === 1 ? 'end' : 'none',
});

/** In this encoding without a fault, or with its last character cut off; null otherwise. */
function strict(bytes: Uint8Array, encoding: string): Decoded | null {
  for (let cut = 0; cut <= Math.min(3, bytes.length - 1); cut += 1) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, bytes.length - cut));
      return { text, encoding, damage: cut === 0 ? 'none' : 'end' };
    } catch {
      // One byte less may fit.
    }
  }
  return null;
}

/** Nearly all of it may still be text in GBK: a damaged character must not hide the others. */
function loose(bytes: Uint8Array): Decoded | null {
  const text = new TextDecoder('gb18030').decode(bytes);
  const lost = text.match(/\ufffd/g)?.length ?? 0;
  return text.length >= 100 && lost <= text.length / 50 ? { text, encoding: 'gb18030', damage: 'inside' } : null;
}
