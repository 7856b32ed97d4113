import { parseDocument } from 'htmlparser2';

/** A node of pasted HTML, as far as cleaning looks at it. */
export type SourceNode = { text: string } | SourceElement;

export interface SourceElement {
  name: string;
  attributes: Record<string, string>;
  children: SourceNode[];
}

export const isElement = (node: SourceNode): node is SourceElement => 'name' in node;

interface Parsed {
  type: string;
  name?: string;
  data?: string;
  attribs?: Record<string, string>;
  children?: Parsed[];
}

/** Deeper than Word ever writes; a hostile page would exhaust the stack. */
const deepest = 200;

/** Pasted HTML as elements and texts; comments (with all that Word hides in them), scripts and declarations are gone. */
export function readHtml(html: string): SourceNode[] {
  return convert((parseDocument(html, { decodeEntities: true }) as unknown as Parsed).children ?? [], 0);
}

const never = new Set(['script', 'style', 'head', 'title', 'meta', 'link', 'xml', 'object', 'iframe', 'noscript', 'template', 'svg', 'math', 'select', 'textarea', 'button']);

function convert(nodes: Parsed[], depth: number): SourceNode[] {
  if (depth > deepest) return [];
  return nodes.flatMap((node): SourceNode[] => {
    if (node.type === 'text') return [{ text: node.data ?? '' }];
    if (node.type !== 'tag' || !node.name || never.has(node.name.toLowerCase())) return [];
    return [{ name: node.name.toLowerCase(), attributes: node.attribs ?? {}, children: convert(node.children ?? [], depth + 1) }];
  });
}

/** One declaration of an element's own style, in small letters; '' when it is not there. */
export function styleOf({ attributes }: SourceElement, property: string): string {
  for (const declaration of (attributes.style ?? '').split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0 && declaration.slice(0, colon).trim().toLowerCase() === property) return declaration.slice(colon + 1).trim().toLowerCase();
  }
  return '';
}

export const hasClass = ({ attributes }: SourceElement, pattern: RegExp): boolean => (attributes.class ?? '').split(/\s+/).some((name) => pattern.test(name));

/** All words in it, as they stand. */
export const wordsOf = (nodes: SourceNode[]): string => nodes.map((node) => (isElement(node) ? wordsOf(node.children) : node.text)).join('');
