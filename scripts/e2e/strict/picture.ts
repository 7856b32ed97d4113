/** What the first bytes say a picture is; null when they say nothing known. */
export function sniff(bytes: Buffer): 'jpeg' | 'png' | 'gif' | 'bmp' | null {
  const head = bytes.subarray(0, 8).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head === '\x89PNG\r\n\x1a\n') return 'png';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'gif';
  if (head.startsWith('BM')) return 'bmp';
  return null;
}

const extensions = { jpeg: /\.jpe?g$/i, png: /\.png$/i, gif: /\.gif$/i, bmp: /\.bmp$/i };
const types = { jpeg: /^image\/jpe?g$/, png: /^image\/png$/, gif: /^image\/gif$/, bmp: /^image\/(x-ms-)?bmp$/ };

/** The kind when bytes, file name and declared type all agree; null otherwise. */
export function agreedKind(part: { bytes: Buffer; fileName: string | null; type: string | null }) {
  const kind = sniff(part.bytes);
  if (!kind || !part.fileName || !part.type) return null;
  return extensions[kind].test(part.fileName) && types[kind].test(part.type) ? kind : null;
}
