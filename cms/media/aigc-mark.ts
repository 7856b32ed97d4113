import { decodeXML } from 'entities';
import { inflateSync } from 'node:zlib';
import { utf16be, utf16le } from '../foreign/utf16.ts';
import type { Container } from './containers/container.ts';

/**
 * The implicit mark of AI-made content: JSON under the name AIGC in a file's metadata (GB 45438-2025; 标识办法: nobody may
 * delete, alter or forge it). `json` is kept letter by letter as found.
 */
export interface AigcMark {
  json: string;
}

const longest = 8_192;

/** Looks in PNG text chunks named AIGC, XMP, EXIF UserComment, comments; null when there is none. */
export function findAigcMark({ blocks }: Container): AigcMark | null {
  for (const { kind, data } of blocks) {
    const named = kind === 'tEXt' || kind === 'iTXt' || kind === 'zTXt' ? pngText(kind, data) : null;
    if (named?.keyword.toUpperCase() === 'AIGC' && named.text) return { json: named.text.slice(0, longest) };
    for (const text of readings(named ? Buffer.from(named.text, 'utf8') : data)) {
      const json = inXmp(text) ?? inText(text);
      if (json) return { json };
    }
  }
  return null;
}

/** A comment may be in UTF-8 or, in EXIF, in UTF-16 of either order, at an odd or even place. */
function readings(data: Uint8Array): string[] {
  const bytes = Buffer.from(data);
  const all = [
    bytes.toString('utf8'),
    utf16le(bytes),
    utf16le(bytes.subarray(1)),
    utf16be(bytes),
    utf16be(bytes.subarray(1)),
  ];
  return all.filter((text) => text.includes('AIGC'));
}

/** XML's text: references are read, but not those in a CDATA section, which stand for themselves. */
const plain = (xml: string) =>
  xml
    .split(/<!\[CDATA\[([\s\S]*?)\]\]>/)
    .map((piece, i) => (i % 2 === 1 ? piece : decodeXML(piece)))
    .join('');

function inXmp(text: string): string | null {
  const found =
    /<[\w-]+:AIGC(?:\s[^>]*)?>([\s\S]{2,8192}?)<\/[\w-]+:AIGC>/.exec(text) ??
    /\s[\w-]+:AIGC\s*=\s*"([^"]{2,8192})"/.exec(text);
  return found?.[1] ? plain(found[1]).trim() : null;
}

/** `{"AIGC": {…}}` anywhere in a text, braces balanced, strings respected. */
function inText(text: string): string | null {
  const start = /\{\s*"AIGC"\s*:/.exec(text)?.index;
  if (start === undefined) return null;
  let depth = 0;
  let quoted = false;
  for (let i = start; i < Math.min(text.length, start + longest); i += 1) {
    const letter = text[i];
    if (quoted && letter === '\\') i += 1;
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === '{') depth += 1;
    else if (!quoted && letter === '}' && (depth -= 1) === 0) return text.slice(start, i + 1);
  }
  return null;
}

/** Keyword and text of a PNG text chunk (ISO/IEC 15948 §11.3.4); null when it cannot be read. */
function pngText(kind: 'tEXt' | 'iTXt' | 'zTXt', data: Uint8Array): { keyword: string; text: string } | null {
  const bytes = Buffer.from(data);
  const end = bytes.indexOf(0);
  if (end < 1) return null;
  const keyword = bytes.toString('latin1', 0, end);
  try {
    if (kind === 'tEXt') return { keyword, text: bytes.toString('utf8', end + 1) };
    if (kind === 'zTXt')
      return { keyword, text: inflateSync(bytes.subarray(end + 2), { maxOutputLength: 65_536 }).toString('utf8') };
    const packed = bytes[end + 1] === 1;
    const body = bytes.subarray(bytes.indexOf(0, bytes.indexOf(0, end + 3) + 1) + 1);
    return { keyword, text: (packed ? inflateSync(body, { maxOutputLength: 65_536 }) : body).toString('utf8') };
  } catch {
    return null;
  }
}
