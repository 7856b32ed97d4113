import { utf16be, utf16le } from '../../foreign/utf16.ts';

const size = 4096;
/** What Chinese texts are made of; of any other bytes read two by two far less is. */
const usual = /[\t\n\r\x20-\x7e\u00b7\u2010-\u2026\u3000-\u3011\u4e00-\u9fff\uff01-\uff5e]/g;

/** The byte order of UTF-16 without a mark: by the zeros of its ASCII, or by Chinese that it alone makes; null when it is not. */
export function wideOrder(bytes: Uint8Array): 'little' | 'big' | null {
  const head = bytes.subarray(0, Math.min(bytes.length & ~1, size));
  if (head.length < 4) return null;
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i += 1) if (head[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 8 && even < odd / 8) return 'little';
  if (even > head.length / 8 && odd < even / 8) return 'big';
  if (bytes.length % 2 === 1 || isAscii(head)) return null;
  if (isUsual(utf16le(head)) && !isUtf8(head)) return 'little';
  return isUsual(utf16be(head)) && !isUtf8(head) ? 'big' : null;
}

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);
const isUsual = (text: string): boolean => text.length >= 4 && (text.match(usual)?.length ?? 0) >= text.length * 0.97;

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // Streaming: the last character of the piece may go on behind it.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
