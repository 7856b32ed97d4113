import { parseDocument } from 'htmlparser2';
import { block, linebreak, linkNode, listItem, tableCell, textNode, upload } from '../rich-text/make.ts';
import type { RichNode } from '../rich-text/node.ts';
import { oldPicture, type OldPicture } from './old-story.ts';

export type Markup = ReturnType<typeof parseDocument>['children'][number];

export interface RichParts {
  blocks: RichNode[];
  pictures: OldPicture[];
}

const silent = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'embed', 'svg', 'math', 'head', 'form', 'nav', 'button', 'select', 'textarea', 'input', 'video', 'audio', 'canvas']);
const blocky = new Set(['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'center', 'figure', 'figcaption', 'address', 'dl', 'dt', 'dd', 'pre', 'details', 'summary', 'body', 'html', 'fieldset']);
const formats: Record<string, number> = { b: 1, strong: 1, i: 2, em: 2 };
const linkable = /^(?:https?:\/\/|mailto:|tel:)/i;

/**
 * The editor's state from markup, by a list of what may stand in it: headings (h2, h3), paragraphs, lists, quotes, tables,
 * rules, bold, italic, links, pictures. Everything else loses its tags and keeps its words; scripts and forms go whole.
 */
export function richFromHtml(nodes: readonly Markup[]): RichParts {
  const pictures: OldPicture[] = [];
  const blocks = blocksOf(nodes, pictures).filter((node) => node.type !== 'paragraph' || hasWords(node));
  return { blocks, pictures };
}

const paragraph = (children: RichNode[]): RichNode => block('paragraph', children, { textFormat: 0, textStyle: '' });
const hasWords = (node: RichNode): boolean => (node.text ?? '').trim() !== '' || node.type === 'upload' || (node.children ?? []).some(hasWords);

function blocksOf(nodes: readonly Markup[], pictures: OldPicture[]): RichNode[] {
  const found: RichNode[] = [];
  let open: RichNode[] = [];
  const close = () => {
    if (open.some(hasWords)) found.push(paragraph(trimmed(open)));
    open = [];
  };
  for (const node of nodes) {
    if (node.type === 'text') open.push(...words(node.data, 0));
    if (!isElement(node) || silent.has(node.name)) continue;
    const made = blockOf(node, pictures);
    if (made) {
      close();
      found.push(...made);
    } else open.push(...inline([node], 0, pictures, (picture) => {
      close();
      found.push(picture);
    }));
  }
  close();
  return found;
}

type El = Extract<Markup, { name: string }> & { name: string; attribs: Record<string, string>; children: Markup[] };
export const isElement = (node: Markup): node is El => 'name' in node && 'children' in node;

/** Null: an inline element. */
function blockOf(node: El, pictures: OldPicture[]): RichNode[] | null {
  if (/^h[1-6]$/.test(node.name)) {
    const rows: RichNode[] = [];
    const children = trimmed(inline(node.children, 0, pictures, (picture) => rows.push(picture)));
    return [...(children.some(hasWords) ? [block('heading', children, { tag: node.name <= 'h2' ? 'h2' : 'h3' })] : []), ...rows];
  }
  if (node.name === 'ul' || node.name === 'ol') return listOf(node, pictures);
  if (node.name === 'blockquote') return quoteOf(node, pictures);
  if (node.name === 'table') return tableOf(node, pictures);
  if (node.name === 'hr') return [{ type: 'horizontalrule', version: 1 }];
  if (node.name === 'figure') return figureOf(node, pictures);
  return blocky.has(node.name) ? blocksOf(node.children, pictures) : null;
}

function listOf(node: El, pictures: OldPicture[]): RichNode[] {
  const after: RichNode[] = [];
  const items = node.children.filter(isElement).filter(({ name }) => name === 'li').flatMap((li, i) => {
    const inner = blocksOf(li.children, pictures);
    const lists = inner.filter(({ type }) => type === 'list');
    after.push(...inner.filter(({ type }) => type === 'upload'));
    const lines = inner.filter(({ type }) => type !== 'list' && type !== 'upload').map((line) => line.children ?? []);
    return [listItem(joined(lines), i + 1), ...lists.map((list) => listItem([list], i + 2))];
  });
  if (items.length === 0) return blocksOf(node.children, pictures);
  return [block('list', items, { listType: node.name === 'ol' ? 'number' : 'bullet', tag: node.name, start: 1 }), ...after];
}

function quoteOf(node: El, pictures: OldPicture[]): RichNode[] {
  const inner = blocksOf(node.children, pictures);
  const lines = inner.filter(({ type }) => type === 'paragraph' || type === 'heading').map((line) => line.children ?? []);
  return [...(lines.length > 0 ? [block('quote', joined(lines))] : []), ...inner.filter(({ type }) => type !== 'paragraph' && type !== 'heading')];
}

function tableOf(node: El, pictures: OldPicture[]): RichNode[] {
  const after: RichNode[] = [];
  const rowsIn = (el: El): El[] => el.children.filter(isElement).flatMap((child) => (child.name === 'tr' ? [child] : ['thead', 'tbody', 'tfoot'].includes(child.name) ? rowsIn(child) : []));
  const rows = rowsIn(node).map((tr) => block('tablerow', tr.children.filter(isElement).filter(({ name }) => name === 'td' || name === 'th').map((cell) => {
    const inner = blocksOf(cell.children, pictures);
    after.push(...inner.filter(({ type }) => type === 'upload'));
    const lines = inner.filter(({ type }) => type !== 'upload').map((line) => (line.type === 'paragraph' ? line : paragraph(flat(line))));
    const made = tableCell(lines.length > 0 ? lines : [paragraph([])], cell.name === 'th');
    return { ...made, colSpan: span(cell.attribs.colspan), rowSpan: span(cell.attribs.rowspan) };
  }))).filter((row) => (row.children ?? []).length > 0);
  return [...(rows.length > 0 ? [block('table', rows)] : []), ...after];
}

function figureOf(node: El, pictures: OldPicture[]): RichNode[] {
  const first = pictures.length;
  const inner = blocksOf(node.children.filter((child) => !isElement(child) || child.name !== 'figcaption'), pictures);
  const caption = node.children.filter(isElement).filter(({ name }) => name === 'figcaption').map((el) => plainText(el)).join('').trim() || null;
  for (const picture of pictures.slice(first)) picture.caption ??= caption;
  return pictures.length > first || !caption ? inner : [...inner, paragraph([textNode(caption)])];
}

function inline(nodes: readonly Markup[], format: number, pictures: OldPicture[], put: (picture: RichNode) => void): RichNode[] {
  return nodes.flatMap((node): RichNode[] => {
    if (node.type === 'text') return words(node.data, format);
    if (!isElement(node) || silent.has(node.name)) return [];
    if (node.name === 'br') return [linebreak()];
    if (node.name === 'img') {
      const ref = node.attribs.src ?? node.attribs['data-src'] ?? '';
      if (ref.trim() === '') return [];
      pictures.push({ ref, bytes: null, alt: (node.attribs.alt ?? '').trim(), caption: node.attribs.title?.trim() || null });
      put(upload(oldPicture(pictures.length - 1)));
      return [];
    }
    const children = inline(node.children, format | (formats[node.name] ?? 0), pictures, put);
    const href = node.name === 'a' ? (node.attribs.href ?? '').trim() : '';
    return linkable.test(href) && children.some(hasWords) ? [linkNode(href, children)] : children;
  });
}

const words = (text: string, format: number): RichNode[] => {
  const plain = text.replace(/\s*[\r\n]+\s*/g, '').replace(/[\u200b\ufeff\0]/g, '').replace(/[ \t\u00a0\u3000]+/g, ' ');
  return plain === '' ? [] : [textNode(plain, format)];
};
const joined = (lines: RichNode[][]): RichNode[] => lines.flatMap((line, i) => (i === 0 ? line : [linebreak(), ...line]));
const flat = (node: RichNode): RichNode[] => (node.text !== undefined ? [node] : (node.children ?? []).flatMap(flat));
const span = (text: string | undefined): number => Math.min(50, Math.max(1, Number.parseInt(text ?? '1', 10) || 1));

/** Indents that old files make with spaces. */
function trimmed(nodes: RichNode[]): RichNode[] {
  const [first, ...rest] = nodes;
  if (first?.type !== 'text') return nodes;
  const text = (first.text ?? '').trimStart();
  return text === '' && rest.length > 0 ? trimmed(rest) : [{ ...first, text }, ...rest];
}

export function plainText(node: Markup): string {
  if (node.type === 'text') return node.data;
  return isElement(node) && !silent.has(node.name) ? node.children.map(plainText).join('') : '';
}
