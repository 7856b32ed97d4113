import { decodeXML } from 'entities';

/** An element: its own text (CDATA included) and its children in order. */
export interface XmlElement {
  name: string;
  text: string;
  children: XmlElement[];
}

const maxLength = 64 * 1024;
const maxDepth = 8;
const maxElements = 500;

/** An ampersand that begins none of the five predefined entities. */
const foreign = /&(?!(?:lt|gt|amp|quot|apos);)/;
// One piece: CDATA, an opening or closing tag without attributes, or text.
const piece = /<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z_]\w{0,63})\s*>|([^<]+)/y;

/**
 * The little XML that WeChat posts: elements without attributes, text, CDATA, the five predefined entities. Everything
 * else (doctype, entities, comments, instructions, attributes, a second root, more than 64 K characters) gives null.
 */
export function parseXml(source: string): XmlElement | null {
  if (source.length > maxLength) return null;
  const root: XmlElement = { name: '', text: '', children: [] };
  const open = [root];
  let elements = 0;
  const pieces = new RegExp(piece);
  while (pieces.lastIndex < source.length) {
    const found = pieces.exec(source);
    const top = open.at(-1);
    if (!found || !top) return null;
    const [, cdata, slash, name, raw] = found;
    if (name === undefined) {
      const text = cdata ?? plain(raw ?? '');
      if (text === null || (top === root && (cdata !== undefined || text.trim() !== ''))) return null;
      top.text += text;
    } else if (slash) {
      if (top === root || top.name !== name) return null;
      open.pop();
    } else {
      elements += 1;
      if (elements > maxElements || open.length > maxDepth || (top === root && root.children.length > 0)) return null;
      const element = { name, text: '', children: [] };
      top.children.push(element);
      open.push(element);
    }
  }
  return open.length === 1 ? (root.children[0] ?? null) : null;
}

/** The only child of that name; null when there is none, or more than one. */
export function child(element: XmlElement | null, name: string): XmlElement | null {
  const found = element?.children.filter((c) => c.name === name) ?? [];
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Trimmed text of the only child of that name; null when there is none, it is empty, or it holds elements. */
export function textOf(element: XmlElement | null, name: string): string | null {
  const found = child(element, name);
  return found && found.children.length === 0 ? found.text.trim() || null : null;
}

const plain = (raw: string): string | null => (raw.includes(']]>') || foreign.test(raw) ? null : decodeXML(raw));
