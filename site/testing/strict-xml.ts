import { parser } from 'sax';

/** An element as a strict parser reads it. */
export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  /** All text in it, its children's too. */
  text: string;
  children: XmlNode[];
}

/** All that an XML document may hold (XML 1.0 §2.2). */
const characters = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u;

/**
 * Reads a document as XML's own rules want it.
 * @throws Error on everything that is not well-formed: a forbidden character, a bare `&`, tags that do not match, an unknown entity
 */
export function strictXml(source: string): XmlNode {
  if (!characters.test(source)) throw new Error('a character that XML forbids');
  const root: XmlNode = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  const reader = parser(true, { strictEntities: true });
  reader.onerror = (error) => {
    throw error;
  };
  reader.onopentag = ({ name, attributes }) => {
    if (open.length === 1 && root.children.length > 0) throw new Error('a second root');
    const node: XmlNode = { name, attributes, text: '', children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  };
  reader.onclosetag = () => void open.pop();
  reader.ontext = reader.oncdata = (text) => {
    for (const node of open) node.text += text;
  };
  reader.write(source).close();
  const [only] = root.children;
  if (!only) throw new Error('no root');
  return only;
}

/** The elements of that name right under it. */
export const under = (node: XmlNode | undefined, name: string): XmlNode[] =>
  node?.children.filter((child) => child.name === name) ?? [];
