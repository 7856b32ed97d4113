import { parseDocument } from 'htmlparser2';
import type { ListMark } from './list-mark.ts';

/** A node of foreign HTML, as far as reading looks at it. A Word file is turned into the same nodes. */
export type SourceNode = SourceText | SourceElement | SourceNote;

interface SourceText {
  text: string;
}

export interface SourceElement {
  name: string;
  attributes: Record<string, string>;
  children: SourceNode[];
  /** Known to be an item of a list (Word keeps lists as paragraphs). */
  mark?: ListMark;
  /** A table that somebody drew as one, not a page's scaffold. */
  drawn?: true;
}

/** Something that stood here and is not taken, or not as it was: a sentence in which `@` becomes its place. */
export interface SourceNote {
  say: string;
}

export const isElement = (node: SourceNode): node is SourceElement => 'name' in node;
export const isNote = (node: SourceNode): node is SourceNote => 'say' in node;
export const element = (
  name: string,
  children: SourceNode[],
  attributes: Record<string, string> = {},
): SourceElement => ({ name, attributes, children });

/** A node of the parser. */
export interface Parsed {
  type: string;
  name?: string;
  data?: string;
  attribs?: Record<string, string>;
  children?: Parsed[];
}

/** Deeper than Word ever writes; a hostile page would exhaust the stack. */
const deepest = 200;
const tooDeep = '@层层嵌套的内容没有带入：请核对原文，需要的请补写。';

export const parse = (html: string): Parsed[] =>
  parseDocument(plainConditionals(html), { decodeEntities: true }).children as Parsed[];

/** HTML as elements and texts; comments (with all that Word hides in them), scripts and declarations are gone. */
export const readHtml = (html: string): SourceNode[] => sourceOf(parse(html));

/** Word's visible conditionals (`<![if !supportLists]>`) are no HTML: their content counts. */
const plainConditionals = (html: string): string =>
  html.replace(/<!\[(?:if [^\]]*|endif)\]>/gi, '').replace(/<\?xml[^>]*>/gi, '');

/** What no browser shows. */
const never = new Set([
  'script',
  'style',
  'head',
  'title',
  'meta',
  'link',
  'base',
  'xml',
  'noscript',
  'noframes',
  'template',
  'datalist',
  'rp',
  'annotation',
  'annotation-xml',
]);

const background = '@有背景图片没有带入：有内容的请另行上传。';
/** Pages for phones often put pictures behind words, or in place of them. A list's dots are no pictures. */
const hasBackground = (name: string, { background: own = '', style = '' }: Record<string, string>): boolean =>
  !/^(?:img|image|li|ul|ol|br|hr|input|body)$/.test(name) &&
  (/background(?:-image)?\s*:[^;]*url\(\s*["']?[^"')\s]/i.test(style) || /\.\w+$|^https?:/.test(own));

/** @param most elements nested deeper than this are left out, with a note */
export function sourceOf(nodes: readonly Parsed[], most = deepest, depth = 0): SourceNode[] {
  if (depth > most) return nodes.some((node) => node.type === 'tag' || node.data?.trim()) ? [{ say: tooDeep }] : [];
  return nodes.flatMap((node): SourceNode[] => {
    if (node.type === 'text') return [{ text: (node.data ?? '').replaceAll('\0', '') }];
    const name = node.name?.toLowerCase();
    if (node.type !== 'tag' || !name || never.has(name)) return [];
    const attributes = node.attribs ?? {};
    const children = sourceOf(node.children ?? [], most, depth + 1);
    return [
      {
        name: name === 'image' ? 'img' : name,
        attributes,
        children: hasBackground(name, attributes) ? [{ say: background }, ...children] : children,
      },
    ];
  });
}

/** One declaration of an element's own style, in small letters; '' when it is not there. */
export function styleOf({ attributes }: SourceElement, property: string): string {
  if (!attributes.style) return '';
  for (const declaration of attributes.style.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0 && declaration.slice(0, colon).trim().toLowerCase() === property)
      return declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase();
  }
  return '';
}

export const hasClass = ({ attributes }: SourceElement, pattern: RegExp): boolean =>
  attributes.class !== undefined && attributes.class.split(/\s+/).some((name) => pattern.test(name));

/** All words in it, as they stand. */
export const wordsOf = (nodes: readonly SourceNode[]): string =>
  nodes.map((node) => (isElement(node) ? wordsOf(node.children) : isNote(node) ? '' : node.text)).join('');

/** Whether a reader would miss something: words, a picture, a film. */
export const hasContent = (nodes: readonly SourceNode[]): boolean =>
  nodes.some((node) =>
    isElement(node)
      ? /^(?:img|video|audio|iframe|object|embed)$/.test(node.name) || hasContent(node.children)
      : !isNote(node) && node.text.trim() !== '',
  );
