import { utf16le } from '../../foreign/utf16.ts';
import type { Contents } from './contents.ts';

const printable = /[\x20-\x7e\u00a0-\u00ff\u2000-\u206f\u3000-\u9fff\uff00-\uffef]{6,}/g;

/** Readable strings of a binary object nobody opens here (OLE, RTF): one byte a letter, UTF-8 and UTF-16 at either parity. */
export function readStrings(bytes: Uint8Array): Contents {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ways = [buffer.toString('latin1'), buffer.toString('utf8'), utf16le(buffer), utf16le(buffer.subarray(1))];
  const texts = ways.map((way) => [...way.matchAll(printable)].map(([text]) => text).join('。\n'));
  return {
    texts: texts
      .filter(Boolean)
      .map((text) => ({ field: '二进制内容', text, kind: 'machine', at: () => '二进制内容' })),
    findings: [],
  };
}
