import { escapeUTF8 } from 'entities';
import { escapeHtml } from './escape.ts';
import type { RichNode } from './node.ts';

/**
 * The editor's nodes as the simple HTML that the editor itself takes in: h2, h3, p, ul, ol, li, table, blockquote, hr, img,
 * strong, em, a, br: nothing else, no attribute of looks.
 * @param pictureOf the address of an `upload` node's picture; null where there is none
 */
export function pasteHtml(nodes: readonly RichNode[], pictureOf: (node: RichNode) => string | null): string {
  const write = (node: RichNode): string => {
    const inner = () => (node.children ?? []).map(write).join('');
    switch (node.type) {
      case 'text':
        return words(node);
      case 'linebreak':
        return '<br>';
      case 'heading':
        return `<${node.tag ?? 'h2'}>${inner()}</${node.tag ?? 'h2'}>`;
      case 'paragraph':
        return `<p>${inner()}</p>`;
      case 'quote':
        return `<blockquote>${inner()}</blockquote>`;
      case 'link':
        return `<a href="${escapeHtml(node.fields?.url ?? '')}">${inner()}</a>`;
      case 'list':
        return listHtml(node, write);
      case 'table':
        return `<table><tbody>${inner()}</tbody></table>`;
      case 'tablerow':
        return `<tr>${inner()}</tr>`;
      case 'tablecell':
        return cellHtml(node, write);
      case 'horizontalrule':
        return '<hr>';
      case 'upload':
        return pictureOf(node) ?? '';
      default:
        return inner();
    }
  };
  return nodes.map(write).join('');
}

function words({ format, text = '' }: RichNode): string {
  let html = escapeUTF8(text).replaceAll('&apos;', "'");
  const bits = typeof format === 'number' ? format : 0;
  if (bits & 2) html = `<em>${html}</em>`;
  return bits & 1 ? `<strong>${html}</strong>` : html;
}

/** A list inside a list is an item of its own in the editor's state; in HTML it lies in the item before. */
function listHtml(list: RichNode, write: (node: RichNode) => string): string {
  const tag = list.listType === 'number' ? 'ol' : 'ul';
  const items: string[] = [];
  for (const { children = [] } of list.children ?? []) {
    const inner = children.map(write).join('');
    if (children[0]?.type === 'list' && items.length > 0) items[items.length - 1] += inner;
    else items.push(inner);
  }
  return `<${tag}${tag === 'ol' && list.start !== undefined && list.start !== 1 ? ` start="${list.start}"` : ''}>${items.map((inner) => `<li>${inner}</li>`).join('')}</${tag}>`;
}

function cellHtml(
  { children = [], colSpan = 1, headerState = 0, rowSpan = 1 }: RichNode,
  write: (node: RichNode) => string,
): string {
  const tag = headerState > 0 ? 'th' : 'td';
  const spans = `${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;
  return `<${tag}${spans}>${children
    .filter((line) => (line.children ?? []).length > 0)
    .map(write)
    .join('')}</${tag}>`;
}
