import type { Container } from './container.ts';

const table = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** GIF blocks (GIF89a): extensions are blocks, their sub-blocks joined; what follows the trailer is trailing. */
export function readGif(bytes: Uint8Array): Container {
  const blocks: Container['blocks'] = [];
  let at = 13 + table(bytes[10] ?? 0);
  /** Reads a chain of sub-blocks from `at` to its zero-length end. */
  const chain = (): Uint8Array => {
    const parts: Uint8Array[] = [];
    for (let length = bytes[at] ?? 0; length > 0; length = bytes[at] ?? 0) {
      parts.push(bytes.subarray(at + 1, at + 1 + length));
      at += 1 + length;
    }
    at += 1;
    return Buffer.concat(parts);
  };
  while (at < bytes.length) {
    const sort = bytes[at];
    if (sort === 0x3b) return { blocks, trailing: bytes.subarray(at + 1) };
    if (sort === 0x21) {
      const label = bytes[at + 1] ?? 0;
      at += 2;
      blocks.push({ kind: label === 0xfe ? 'comment' : `extension ${label.toString(16)}`, data: chain() });
    } else if (sort === 0x2c) {
      at += 10 + table(bytes[at + 9] ?? 0) + 1;
      chain();
    } else break;
  }
  return { blocks, trailing: bytes.subarray(at) };
}
