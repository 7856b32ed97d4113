import { ascii, u32le, type Container } from './container.ts';

const pixels = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']);

/** WebP chunks (RFC 9649): all but pixels are blocks; what follows the RIFF size is trailing. */
export function readWebp(bytes: Uint8Array): Container {
  const blocks: Container['blocks'] = [];
  const size = Math.min(8 + u32le(bytes, 4), bytes.length);
  let at = 12;
  while (at + 8 <= size) {
    const kind = ascii(bytes, at, at + 4);
    const length = u32le(bytes, at + 4);
    if (!pixels.has(kind)) blocks.push({ kind, data: bytes.subarray(at + 8, Math.min(at + 8 + length, size)) });
    at += 8 + length + (length % 2);
  }
  // One pad byte after an odd size belongs to the file.
  return { blocks, trailing: bytes.subarray(size + (size % 2)) };
}
