import { inflateSync } from 'node:zlib';

const largestObjects = 20 * 1024 * 1024;

/**
 * A PDF's own words: everything outside its streams, and the object streams unpacked (ISO 32000-2 §7.5.7), because names of
 * actions stand there too. Page contents, pictures and fonts are left out: compressed data matches anything now and then.
 */
export function pdfSkeleton(bytes: Uint8Array): string {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const parts: string[] = [];
  let at = 0;
  let unpacked = 0;
  for (const { index } of source.matchAll(/\bstream\r?\n/g)) {
    if (index < at) continue;
    const end = source.indexOf('endstream', index);
    if (end < 0) break;
    const before = source.slice(at, index);
    parts.push(before);
    if (/\/Type\s*\/ObjStm/.test(before.slice(before.lastIndexOf(' obj')))) {
      const objects = inflated(
        bytes.subarray(index + (source[index + 6] === '\r' ? 8 : 7), end),
        largestObjects - unpacked,
      );
      unpacked += objects.length;
      parts.push(objects);
    }
    at = end;
  }
  parts.push(source.slice(at));
  // A name may spell its letters in hexadecimal: /J#61vaScript.
  return parts.join('\n').replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function inflated(bytes: Uint8Array, most: number): string {
  try {
    return most > 0 ? inflateSync(bytes, { maxOutputLength: most }).toString('latin1') : '';
  } catch {
    return '';
  }
}
