import { ascii, u32be, type Container } from './container.ts';

const pixels = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'fdAT']);

/** PNG chunks (ISO/IEC 15948): all but pixels are blocks; what follows IEND is trailing. */
export function readPng(bytes: Uint8Array): Container {
  const blocks: Container['blocks'] = [];
  let at = 8;
  while (at + 8 <= bytes.length) {
    const length = u32be(bytes, at);
    const kind = ascii(bytes, at + 4, at + 8);
    const end = at + 12 + length;
    if (kind === 'IEND') return { blocks, trailing: bytes.subarray(end) };
    if (!pixels.has(kind)) blocks.push({ kind, data: bytes.subarray(at + 8, at + 8 + length) });
    at = end;
  }
  return { blocks, trailing: new Uint8Array() };
}
