import type { Token, Tokens } from 'marked';
import { chineseMarked } from './chinese-marked.ts';
import { block, linebreak, linkNode, listItem, tableCell, textNode } from './make.ts';
import type { RichNode, RichText } from './node.ts';
import { unescapeHtml } from './escape.ts';
import { storableLink } from '../words/storable-link.ts';

const marked = chineseMarked();

/** Markdown as the editor's state: h2–h3, paragraphs, lists, quotes, tables, rules, bold, italic, links. HTML in it is dropped. */
export function markdownToRichText(markdown: string): RichText {
  return { root: block('root', blocksOf(marked.lexer(markdown))) };
}

const blocksOf = (tokens: Token[]): RichNode[] => tokens.flatMap(blockOf);

function blockOf(token: Token): RichNode[] {
  switch (token.type) {
    case 'heading':
      return [block('heading', inline(token.tokens), { tag: token.depth <= 2 ? 'h2' : 'h3' })];
    case 'paragraph':
      return [paragraph(inline(token.tokens))];
    case 'text':
      return [paragraph(inline(token.tokens ?? [token]))];
    case 'blockquote':
      return [block('quote', quoted(token.tokens ?? []))];
    case 'list':
      return [listOf(token as Tokens.List)];
    case 'table':
      return [tableOf(token as Tokens.Table)];
    case 'hr':
      return [{ type: 'horizontalrule', version: 1 }];
    default:
      return [];
  }
}

const paragraph = (children: RichNode[]): RichNode => block('paragraph', children, { textFormat: 0, textStyle: '' });

/** The editor's quote holds words, not paragraphs: these become lines. */
function quoted(tokens: Token[]): RichNode[] {
  const lines = tokens.filter((t): t is Tokens.Paragraph => t.type === 'paragraph').map((t) => inline(t.tokens));
  return lines.flatMap((nodes, i) => (i === 0 ? nodes : [linebreak(), ...nodes]));
}

function listOf(token: Tokens.List): RichNode {
  const start = token.ordered ? Number(token.start) || 1 : 1;
  const items = token.items.flatMap((item, i) => itemOf(item, start + i));
  return block('list', items, { listType: token.ordered ? 'number' : 'bullet', tag: token.ordered ? 'ol' : 'ul', start });
}

/** A list inside an item is an item of its own in the editor's state. */
function itemOf(item: Tokens.ListItem, value: number): RichNode[] {
  const words = item.tokens.filter((t) => t.type === 'text' || t.type === 'paragraph');
  const lists = item.tokens.filter((t): t is Tokens.List => t.type === 'list');
  const children = words.flatMap((t, i) => [...(i === 0 ? [] : [linebreak()]), ...inline(('tokens' in t && t.tokens) || [t])]);
  return [listItem(children, value), ...lists.map((list) => listItem([listOf(list)], value + 1))];
}

function tableOf(token: Tokens.Table): RichNode {
  const row = (cells: Tokens.TableCell[], header: boolean) =>
    block('tablerow', cells.map((cell) => tableCell([paragraph(inline(cell.tokens))], header)));
  return block('table', [row(token.header, true), ...token.rows.map((cells) => row(cells, false))]);
}

/** An address that may not be stored goes, its words stay. */
const link = (url: string | null, children: RichNode[]): RichNode[] => (url === null ? children : [linkNode(url, children)]);

function inline(tokens: Token[] | undefined, format = 0): RichNode[] {
  return (tokens ?? []).flatMap((token): RichNode[] => {
    switch (token.type) {
      case 'strong':
        return inline(token.tokens, format | 1);
      case 'em':
        return inline(token.tokens, format | 2);
      case 'link':
        return link(storableLink(token.href), inline(token.tokens, format));
      case 'br':
        return [linebreak()];
      case 'text':
        return token.tokens ? inline(token.tokens, format) : words(token.text, format);
      case 'escape':
      case 'codespan':
      case 'del':
        return words(token.text, format);
      default:
        return [];
    }
  });
}

/** A line break in the source of Chinese prose is not a space; between two Latin words it is one. */
const words = (text: string, format: number): RichNode[] => [textNode(unescapeHtml(text).replace(/(?<=[\w,.;:!?])\s*\n\s*(?=\w)/g, ' ').replace(/\s*\n\s*/g, ''), format)];
