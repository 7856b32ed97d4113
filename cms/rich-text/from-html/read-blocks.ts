import type { RichNode } from '../node.ts';
import { upload } from '../make.ts';
import type { Block, Book } from './block.ts';
import { hasNote, hasWords } from './block.ts';
import { dropped, roleTick } from './dropped.ts';
import { headingLevel } from './heading-level.ts';
import { piecesOf, type Piece } from './inline.ts';
import { beforeWords } from './label.ts';
import { listMark, type ListMark } from './list-mark.ts';
import { itemsOf } from './lists.ts';
import { lookOf, plainLook } from './look.ts';
import { pictureSource } from './picture-source.ts';
import { isElement, wordsOf, type SourceElement, type SourceNode } from './source-node.ts';
import { tableBlocks } from './table.ts';
import { unseen } from './unseen.ts';
import { writeWords } from './write-words.ts';

type Maker = (words: RichNode[]) => Block;

const paragraph: Maker = (words) => ({ kind: 'paragraph', words });
const containers = new Set([
  'html',
  'body',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'nav',
  'form',
  'center',
  'figure',
  'address',
  'aside',
  'fieldset',
  'dl',
  'details',
  'dialog',
  'hgroup',
  'search',
  'v:shape',
  'v:group',
  'v:textbox',
  'w:sdt',
  'frameset',
  'li',
  'td',
  'th',
  'tr',
  'tbody',
  'thead',
  'tfoot',
]);
const paragraphs = new Set([
  'p',
  'pre',
  'dt',
  'dd',
  'figcaption',
  'caption',
  'summary',
  'legend',
  'listing',
  'xmp',
  'plaintext',
  'textarea',
]);
const lists = new Set(['ul', 'ol', 'menu', 'dir']);

/**
 * Blocks of foreign HTML in reading order.
 * @param make what words that stand in no block of their own become
 */
export function readBlocks(nodes: readonly SourceNode[], book: Book, make: Maker = paragraph): Block[] {
  const found: Block[] = [];
  let loose: SourceNode[] = [];
  const close = () => {
    for (const block of textBlocks(piecesOf(loose), make, book)) found.push(block);
    loose = [];
  };
  for (const node of nodes) {
    if (isElement(node) && unseen(node) === null && dropped(node) === null && holdsBlocks(node)) {
      close();
      for (const block of elementBlocks(node, book)) found.push(block);
    } else loose.push(node);
  }
  close();
  return found;
}

const isBlock = ({ name }: SourceElement): boolean =>
  containers.has(name) || paragraphs.has(name) || lists.has(name) || /^(?:h[1-6]|table|blockquote|hr)$/.test(name);

const known = new WeakMap<SourceElement, boolean>();
/** Some editors wrap whole paragraphs into `<b>` or `<span>`. */
function holdsBlocks(node: SourceElement): boolean {
  const before = known.get(node);
  if (before !== undefined) return before;
  const holds = isBlock(node) || node.children.some((child) => isElement(child) && holdsBlocks(child));
  known.set(node, holds);
  return holds;
}

function elementBlocks(element: SourceElement, book: Book): Block[] {
  const { children, name } = element;
  if (name === 'hr') return [{ kind: 'node', node: { type: 'horizontalrule', version: 1 } }];
  if (name === 'table') return tableBlocks(element, (nodes) => readBlocks(nodes, book));
  if (lists.has(name)) return itemsOf(element, 1, (nodes) => readBlocks(nodes, book));
  if (name === 'blockquote')
    return readBlocks(children, book).map((block) =>
      block.kind === 'paragraph' || block.kind === 'heading' ? { kind: 'quote', words: block.words } : block,
    );
  if (name === 'figure') return figureBlocks(element, book);
  const level = headingLevel(element);
  const mark = listMark(element);
  if (level !== null) {
    const heading: Maker = (words) => ({ kind: 'heading', level, words });
    // One that nobody closed holds the tables and lists behind it too.
    return holdsMore(children)
      ? readBlocks(children, book, heading)
      : textBlocks([...labelPieces(mark), ...piecesOf(children)], heading, book, true);
  }
  if (!children.some((child) => isElement(child) && holdsBlocks(child))) {
    const tick = roleTick(element);
    const pieces = [
      ...labelPieces(mark),
      ...(tick ? [{ ...plainLook, text: tick }] : []),
      ...piecesOf(children, lookOf(element, plainLook)),
    ];
    return textBlocks(
      pieces,
      mark && !('label' in mark) ? (words) => ({ kind: 'item', ...mark, words }) : paragraph,
      book,
    );
  }
  return readBlocks(children, book);
}

const holdsMore = (nodes: readonly SourceNode[]): boolean =>
  nodes.some(
    (node) => isElement(node) && (/^(?:table|[uo]l|menu|dir|blockquote)$/.test(node.name) || holdsMore(node.children)),
  );

const labelPieces = (mark: ListMark | null): Piece[] =>
  mark && 'label' in mark && mark.label !== '' ? [{ ...plainLook, text: beforeWords(mark.label) }] : [];

/** What stands under the pictures of a figure is their caption; without a picture it is a paragraph. */
function figureBlocks({ children }: SourceElement, book: Book): Block[] {
  const first = book.pictures.length;
  const isCaption = (node: SourceNode): node is SourceElement => isElement(node) && node.name === 'figcaption';
  const inner = readBlocks(
    children.filter((node) => !isCaption(node)),
    book,
  );
  const under = children.filter(isCaption).filter((node) => unseen(node) === null);
  const caption = wordsOf(under).replace(/\s+/g, ' ').trim();
  if (book.pictures.length === first) return [...inner, ...readBlocks(under, book)];
  for (const picture of book.pictures.slice(first)) picture.caption ??= caption || null;
  return inner;
}

/** Words become one block; a picture among them stands by itself between two. What only says something stays as a mark. */
function textBlocks(pieces: readonly Piece[], make: Maker, book: Book, plain = false): Block[] {
  const found: Block[] = [];
  let open: Piece[] = [];
  let isFirst = true;
  const close = () => {
    const words = writeWords(open, plain);
    if (words.some(hasWords)) {
      found.push((isFirst ? make : paragraph)(words));
      isFirst = false;
    } else if (words.some(hasNote)) found.push(paragraph(words.filter(hasNote)));
    open = [];
  };
  for (const piece of pieces) {
    if (piece === 'break' || !('picture' in piece)) open.push(piece);
    else {
      close();
      found.push({ kind: 'node', node: pictureNode(piece.picture, book) });
    }
  }
  close();
  return found;
}

function pictureNode({ attributes }: SourceElement, book: Book): RichNode {
  book.pictures.push({
    ref: pictureSource(attributes),
    alt: (attributes.alt ?? '').trim(),
    caption: null,
    title: attributes.title?.trim() || null,
  });
  return upload(`old:${book.pictures.length - 1}`);
}
