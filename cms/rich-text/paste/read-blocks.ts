import type { PastedBlock } from './block.ts';
import { inlineHtml, piecesOf, type Piece } from './inline.ts';
import { listMark } from './list-item.ts';
import { hasClass, isElement, styleOf, type SourceElement, type SourceNode } from './source-node.ts';
import { tableBlocks } from './table.ts';
import { isUnseen } from './unseen.ts';

/** Gives a picture's bytes as a `data:` address, or null when they did not come along. */
export type PictureSource = (image: SourceElement) => string | null;

type Maker = (html: string) => PastedBlock;

const paragraph: Maker = (html) => ({ kind: 'paragraph', html });
const containers = new Set(['html', 'body', 'div', 'section', 'article', 'main', 'header', 'footer', 'form', 'center', 'figure', 'address', 'aside', 'fieldset', 'dl', 'v:shape', 'v:group', 'v:textbox', 'w:sdt']);
const paragraphs = new Set(['p', 'pre', 'dt', 'dd', 'figcaption', 'caption']);
const lists = new Set(['ul', 'ol']);

/** Blocks of cleaned HTML in reading order. */
export function readBlocks(nodes: SourceNode[], pictureOf: PictureSource): PastedBlock[] {
  const found: PastedBlock[] = [];
  let loose: SourceNode[] = [];
  const close = () => {
    found.push(...textBlocks(loose, paragraph, pictureOf));
    loose = [];
  };
  for (const node of nodes) {
    if (isElement(node) && isUnseen(node)) continue;
    if (isElement(node) && holdsBlocks(node)) {
      close();
      found.push(...elementBlocks(node, pictureOf));
    } else loose.push(node);
  }
  close();
  return found;
}

const isBlock = ({ name }: SourceElement): boolean => containers.has(name) || paragraphs.has(name) || lists.has(name) || /^(h[1-6]|table|blockquote|hr|li)$/.test(name);

/** Some editors wrap whole paragraphs into `<b>` or `<span>`. */
const holdsBlocks = (node: SourceElement): boolean => isBlock(node) || node.children.some((child) => isElement(child) && holdsBlocks(child));

function elementBlocks(element: SourceElement, pictureOf: PictureSource): PastedBlock[] {
  const { children, name } = element;
  if (name === 'hr') return [{ kind: 'rule' }];
  if (name === 'table') return tableBlocks(element, (nodes) => readBlocks(nodes, pictureOf));
  if (lists.has(name)) return listBlocks(element, 1, pictureOf);
  if (name === 'blockquote') return readBlocks(children, pictureOf).map((block) => (block.kind === 'paragraph' ? { kind: 'quote', html: block.html } : block));
  const level = headingLevel(element);
  if (level !== null) return textBlocks(children, (html) => ({ kind: 'heading', level, html }), pictureOf, true);
  if (paragraphs.has(name)) {
    const mark = listMark(element);
    return textBlocks(children, mark ? (html) => ({ kind: 'item', ...mark, html }) : paragraph, pictureOf);
  }
  return readBlocks(children, pictureOf);
}

/** h1–h6, Word's 标题 and 副标题, and paragraphs with an outline level. */
function headingLevel(element: SourceElement): number | null {
  const tag = /^h([1-6])$/.exec(element.name);
  if (tag?.[1]) return Number(tag[1]);
  if (element.name !== 'p') return null;
  if (hasClass(element, /^MsoTitle/i)) return 1;
  if (hasClass(element, /^MsoSubtitle/i)) return 2;
  const named = /^(?:MsoHeading|Heading|标题)-?([1-6])$/i;
  const style = (element.attributes.class ?? '').split(/\s+/).map((part) => named.exec(part)?.[1]).find(Boolean);
  const outline = /^[1-6]$/.exec(styleOf(element, 'mso-outline-level'))?.[0];
  // Word Online names a heading's rank for screen readers.
  const aria = element.attributes.role === 'heading' ? element.attributes['aria-level'] : undefined;
  const level = style ?? outline ?? aria;
  return level ? Number(level) : null;
}

function listBlocks(list: SourceElement, depth: number, pictureOf: PictureSource): PastedBlock[] {
  const ordered = list.name === 'ol';
  let start = Number(list.attributes.start ?? 1) || 1;
  return list.children.filter(isElement).flatMap((child): PastedBlock[] => {
    if (isUnseen(child)) return [];
    if (lists.has(child.name)) return listBlocks(child, depth + 1, pictureOf);
    if (child.name !== 'li') return elementBlocks(child, pictureOf);
    // Word Online makes a list of each item and tells the rank aside.
    const rank = Math.max(depth, Number(child.attributes['data-aria-level'] ?? child.attributes['aria-level'] ?? depth) || depth);
    const inner = child.children.filter((node) => !(isElement(node) && lists.has(node.name)));
    const below = child.children.filter((node): node is SourceElement => isElement(node) && lists.has(node.name));
    const words = inner.flatMap((node): SourceNode[] => (isElement(node) && isBlock(node) && node.name !== 'table' ? [...node.children, { name: 'br', attributes: {}, children: [] }] : [node]));
    const number = start;
    start += 1;
    return [...textBlocks(words, (html) => ({ kind: 'item', depth: rank, ordered, start: number, html }), pictureOf), ...below.flatMap((one) => listBlocks(one, rank + 1, pictureOf))];
  });
}

/** Words become one block; a picture among them stands by itself between two. */
function textBlocks(nodes: SourceNode[], make: Maker, pictureOf: PictureSource, plain = false): PastedBlock[] {
  const found: PastedBlock[] = [];
  let open: Piece[] = [];
  const close = () => {
    const html = inlineHtml(open, plain);
    if (html.replace(/<[^>]+>/g, '').trim() !== '') found.push(make(html));
    open = [];
  };
  for (const piece of piecesOf(nodes)) {
    if (piece === 'break' || !('picture' in piece)) open.push(piece);
    else {
      close();
      const src = pictureOf(piece.picture);
      if (src) found.push({ kind: 'picture', src });
    }
  }
  close();
  return found;
}
