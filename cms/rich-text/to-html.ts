import { escapeHtml } from './escape.ts';
import { storableLink } from '../words/storable-link.ts';
import { isRichText, pictureId, type RichNode } from './node.ts';

/** What a picture in the text says. */
export interface TextPicture {
  alt: string;
  caption: string | null;
  /** Made with AI: then the caption says so (标识办法 2025). */
  aigc?: boolean;
}

/**
 * Clean HTML of a story's text: only the elements that pages draw, no class, no style. Pictures are
 * `<img data-media="ID" alt="…">` without a src; one that `pictures` does not know is left out.
 */
export function richTextToHtml(body: unknown, pictures: ReadonlyMap<string, TextPicture>): string {
  if (!isRichText(body)) return '';
  return blocks(body.root.children, pictures);
}

type Pictures = ReadonlyMap<string, TextPicture>;

const blocks = (nodes: RichNode[] | undefined, pictures: Pictures): string =>
  (nodes ?? []).map((node) => toHtml(node, pictures)).join('');

function toHtml(node: RichNode, pictures: Pictures): string {
  const inner = () => blocks(node.children, pictures);
  switch (node.type) {
    case 'text':
      return styled(node);
    case 'linebreak':
      return '<br>';
    case 'tab':
      return ' ';
    case 'paragraph':
      return element('p', inner());
    case 'heading':
      return element(node.tag === 'h3' ? 'h3' : 'h2', inner());
    case 'quote':
      return element('blockquote', `<p>${inner()}</p>`);
    case 'list':
      return list(node, items(node.children ?? [], pictures));
    case 'listitem':
      return `<li>${inner()}</li>`;
    case 'link':
    case 'autolink':
      return link(node, inner());
    case 'horizontalrule':
      return '<hr>';
    case 'upload':
      return figure(node, pictures);
    case 'table':
      return table(node, pictures);
    default:
      return inner();
  }
}

/** Empty paragraphs are how editors make room; pages have their own spacing. */
const element = (tag: string, inner: string): string =>
  inner.replace(/<[^>]+>/g, '').trim() === '' ? '' : `<${tag}>${inner}</${tag}>`;

function styled(node: RichNode): string {
  const format = typeof node.format === 'number' ? node.format : 0;
  let html = escapeHtml(node.text ?? '');
  if (html === '') return '';
  if (format & 2) html = `<em>${html}</em>`;
  if (format & 1) html = `<strong>${html}</strong>`;
  return html;
}

/** The editor keeps a list inside a list as an item of its own; readers see it in the item before. */
function items(nodes: RichNode[], pictures: Pictures): string {
  const html: string[] = [];
  for (const node of nodes) {
    const inner = blocks(node.children, pictures);
    const isNested = node.children?.length === 1 && node.children[0]?.type === 'list';
    if (isNested && html.length > 0) html[html.length - 1] += inner;
    else html.push(inner);
  }
  return html.map((inner) => `<li>${inner}</li>`).join('');
}

function list(node: RichNode, items: string): string {
  if (node.listType !== 'number') return `<ul>${items}</ul>`;
  return node.start && node.start > 1 ? `<ol start="${node.start}">${items}</ol>` : `<ol>${items}</ol>`;
}

function link(node: RichNode, inner: string): string {
  const url = storableLink(node.fields?.url ?? '') ?? '';
  // A place within a page means nothing where the text goes elsewhere.
  return url !== '' && !/^[#?]/.test(url) ? `<a href="${escapeHtml(url)}">${inner}</a>` : inner;
}

function figure(node: RichNode, pictures: Pictures): string {
  const id = pictureId(node);
  const picture = id ? pictures.get(id) : undefined;
  if (!id || !picture) return '';
  const words = [picture.caption, picture.aigc ? '（图片由人工智能生成）' : null].filter(Boolean).join('');
  const caption = words ? `<figcaption>${escapeHtml(words)}</figcaption>` : '';
  return `<figure><img data-media="${escapeHtml(id)}" alt="${escapeHtml(picture.alt)}">${caption}</figure>`;
}

function table(node: RichNode, pictures: Pictures): string {
  const rows = (node.children ?? []).map((row) => (row.children ?? []).map((cell) => tableCell(cell, pictures)));
  if (rows.length === 0) return '';
  const head = headRows(rows);
  const lines = (some: typeof rows) =>
    some.map((cells) => `<tr>${cells.map((cell) => cell.html).join('')}</tr>`).join('');
  return `<table>${head > 0 ? `<thead>${lines(rows.slice(0, head))}</thead>` : ''}<tbody>${lines(rows.slice(head))}</tbody></table>`;
}

interface Cell {
  header: boolean;
  rows: number;
  html: string;
}

/** How many rows are the table's head. No cell of it may reach into the body: browsers cut it off there, and every row below would slip. */
function headRows(rows: readonly (readonly Cell[])[]): number {
  if (!rows[0]?.length) return 0;
  let end = 1;
  for (let i = 0; i < end && i < rows.length; i += 1) {
    const cells = rows[i] ?? [];
    if (!cells.every((cell) => cell.header)) return 0;
    end = cells.reduce((last, cell) => Math.max(last, i + cell.rows), end);
  }
  return Math.min(end, rows.length);
}

function tableCell(cell: RichNode, pictures: Pictures): Cell {
  const header = (cell.headerState ?? 0) > 0;
  const tag = header ? 'th' : 'td';
  const span = (name: string, value: number | undefined) => (value && value > 1 ? ` ${name}="${value}"` : '');
  const inner = (cell.children ?? []).map((child) =>
    child.type === 'paragraph' ? blocks(child.children, pictures) : toHtml(child, pictures),
  );
  return {
    header,
    rows: Math.max(1, cell.rowSpan ?? 1),
    html: `<${tag}${span('colspan', cell.colSpan)}${span('rowspan', cell.rowSpan)}>${inner.filter(Boolean).join('<br>')}</${tag}>`,
  };
}
