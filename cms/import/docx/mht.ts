import { decodeText } from '../../checks/files/decode-text.ts';

/**
 * The page of a web archive (RFC 2557): its first part of HTML, as text. Programs that make Word files of web pages pack the
 * whole text so. Null when it holds none that can be read.
 */
export function archivedPage(archive: Uint8Array): string | null {
  // Bytes as they are: the parts may be in any encoding.
  const text = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
    .toString('latin1')
    .replaceAll('\r\n', '\n');
  const boundary = /^content-type:[^\n]*(?:\n[ \t][^\n]*)*\bboundary="?([^"\s;]+)"?/im.exec(text)?.[1];
  const parts = boundary === undefined ? [text] : text.split(`--${boundary}`);
  for (const part of parts) {
    const [, head = '', body = ''] = /^\n?([\s\S]*?)\n\n([\s\S]*)$/.exec(part) ?? [];
    if (!/^content-type:\s*text\/html\b/im.test(head)) continue;
    const coding = /^content-transfer-encoding:\s*(\S+)/im.exec(head)?.[1]?.toLowerCase() ?? '8bit';
    const bytes =
      coding === 'base64'
        ? Buffer.from(body, 'base64')
        : Buffer.from(coding === 'quoted-printable' ? printable(body) : body, 'latin1');
    return decodeText(bytes);
  }
  return null;
}

const printable = (text: string): string =>
  text
    .replace(/=[ \t]*\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
