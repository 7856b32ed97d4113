const token = /(?:[A-Za-z0-9+/]{60,76}\r?\n)+[A-Za-z0-9+/]*={0,2}|[A-Za-z0-9+/]{20,}={0,2}/g;
const most = 200;
const largest = 40 * 1024 * 1024;

/** Something in Base64 inside a text. */
export interface Packed {
  bytes: Uint8Array;
  /** Where it begins. */
  from: number;
}

/** What a text carries in Base64 (data: addresses, pasted attachments): read like any file, not passed over as letters. */
export function packedParts(text: string): Packed[] {
  const found: Packed[] = [];
  let total = 0;
  for (const { 0: code, index } of text.matchAll(token)) {
    const bytes = new Uint8Array(Buffer.from(code, 'base64'));
    if (!isSomething(bytes)) continue;
    total += bytes.length;
    if (found.length >= most || total > largest) break;
    found.push({ bytes, from: index });
  }
  return found;
}

const magics = [
  'PK\u0003\u0004',
  '%PDF-',
  '\u00ff\u00d8\u00ff',
  '\u0089PNG',
  'GIF8',
  'RIFF',
  '\u00d0\u00cf\u0011\u00e0',
];

/** A known kind of file, or text; the letters of a long word or a key decode to neither. */
function isSomething(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (magics.some((magic) => head.startsWith(magic))) return true;
  try {
    return !/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}
