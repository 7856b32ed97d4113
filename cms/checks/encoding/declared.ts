const head = 4096;
const ways = [
  /<meta[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w-]{2,20})/i,
  /^\s*<\?xml[^>]{0,100}\bencoding\s*=\s*["']([\w-]{2,20})/i,
  /^@charset\s+"([\w-]{2,20})"/i,
];

/** The encoding that a page, an XML file or a style sheet states of itself, by its WHATWG name; null when it states none that exists. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes.subarray(0, head)).toString('latin1');
  const label = ways.map((way) => way.exec(text)?.[1]).find(Boolean);
  if (!label) return null;
  try {
    const { encoding } = new TextDecoder(label);
    // Valid UTF-8 was seen before; a statement of UTF-16 in letters of one byte contradicts itself.
    return encoding.startsWith('utf-') ? null : encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return null;
  }
}
