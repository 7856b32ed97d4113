import type { Container } from './container.ts';

const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** JPEG segments (ISO/IEC 10918-1 Annex B): APPn and COM are blocks; what follows EOI is trailing. */
export function readJpeg(bytes: Uint8Array): Container {
  const blocks: Container['blocks'] = [];
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) {
      at += 1;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) return { blocks, trailing: bytes.subarray(at + 2) };
    if (marker === 0x00 || standsAlone(marker)) {
      at += 2;
      continue;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const isText = marker === 0xfe || (marker >= 0xe0 && marker <= 0xef);
    if (isText)
      blocks.push({
        kind: marker === 0xfe ? 'COM' : `APP${marker - 0xe0}`,
        data: bytes.subarray(at + 4, at + 2 + length),
      });
    // Entropy-coded data after SOS is walked byte by byte above: inside it, ff is always followed by 00 or RSTn.
    at += 2 + Math.max(length, 2);
  }
  return { blocks, trailing: new Uint8Array() };
}
