import { wideOrder } from '../encoding/wide.ts';

export type Sort = 'zip' | 'pdf' | 'jpeg' | 'png' | 'gif' | 'webp' | 'ole' | 'text' | 'binary';

const starts = (bytes: Uint8Array, head: string) =>
  Buffer.from(bytes.subarray(0, head.length)).toString('latin1') === head;

/** What a file is by its first bytes; names are never believed. */
export function sniff(bytes: Uint8Array): Sort {
  if (starts(bytes, 'PK\x03\x04') || starts(bytes, 'PK\x05\x06')) return 'zip';
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf';
  if (starts(bytes, '\xff\xd8\xff')) return 'jpeg';
  if (starts(bytes, '\x89PNG\r\n\x1a\n')) return 'png';
  if (starts(bytes, 'GIF8')) return 'gif';
  if (starts(bytes, 'RIFF') && Buffer.from(bytes.subarray(8, 12)).toString('latin1') === 'WEBP') return 'webp';
  if (starts(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'ole';
  return isText(bytes) ? 'text' : 'binary';
}

/** Control characters other than blanks do not stand in texts; UTF-16 has zeros, and a mark or regular places for them. */
function isText(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || wideOrder(bytes))
    return true;
  const size = Math.min(bytes.length, 8192);
  let strange = 0;
  let zeros = 0;
  for (let i = 0; i < size; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte === 0) zeros += 1;
    else if (byte < 32 && ![9, 10, 11, 12, 13, 26, 27].includes(byte)) strange += 1;
  }
  return strange <= size / 200 && (zeros <= size / 200 || zeros > size / 8);
}
