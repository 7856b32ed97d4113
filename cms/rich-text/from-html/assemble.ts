import { block, listItem } from '../make.ts';
import type { RichNode } from '../node.ts';
import type { Block } from './block.ts';
import { joinLines } from './lines.ts';
import { append } from '../../../campaigns/lists/append.ts';

type Item = Extract<Block, { kind: 'item' }>;

/** Blocks as the editor's nodes: neighbouring items are lists, neighbouring lines of a quote one quote. */
export function assemble(blocks: readonly Block[]): RichNode[] {
  const nodes: RichNode[] = [];
  for (let i = 0; i < blocks.length; ) {
    const kind = blocks[i]?.kind;
    let end = i + 1;
    if (kind === 'item' || kind === 'quote') while (blocks[end]?.kind === kind) end += 1;
    const same = blocks.slice(i, end);
    const made = kind === 'item' ? listsOf(same as Item[]) : kind === 'quote' ? [quoteOf(same)] : same.map(nodeOf);
    for (const node of made) nodes.push(node);
    i = end;
  }
  return nodes;
}

const quoteOf = (lines: readonly Block[]): RichNode =>
  block('quote', joinLines(lines.map((line) => ('words' in line ? line.words : []))));

function nodeOf(one: Block): RichNode {
  if (one.kind === 'node') return one.node;
  // The rank that it has among the headings of the text is settled at the end.
  if (one.kind === 'heading') return block('heading', one.words, { tag: 'h2', level: one.level });
  return block('paragraph', one.words, { textFormat: 0, textStyle: '' });
}

/** Items of one rank and kind that count on are one list; deeper ones lie in the item before them. */
function listsOf(items: readonly Item[]): RichNode[] {
  const depth = items.reduce((least, item) => Math.min(least, item.depth), Infinity);
  const lists: RichNode[] = [];
  let open = null as { ordered: boolean; next: number; items: RichNode[] } | null;
  for (let i = 0; i < items.length; ) {
    const item = items[i] as Item;
    const isOwn = item.depth === depth;
    let end = i + 1;
    while (end < items.length && (items[end] as Item).depth > depth) end += 1;
    const inner = items.slice(isOwn ? i + 1 : i, end);
    const ordered = isOwn ? item.ordered : (open?.ordered ?? false);
    if (!open || open.ordered !== ordered || (isOwn && ordered && item.number !== open.next)) {
      const start = isOwn && ordered ? item.number : 1;
      open = { ordered, next: start, items: [] };
      lists.push(
        block('list', open.items, { listType: ordered ? 'number' : 'bullet', tag: ordered ? 'ol' : 'ul', start }),
      );
    }
    const value = open.next;
    if (isOwn) {
      open.items.push(listItem(item.words, value));
      open.next += 1;
    }
    if (inner.length > 0)
      append(
        open.items,
        listsOf(inner).map((list) => listItem([list], isOwn ? value + 1 : value)),
      );
    i = end;
  }
  return lists;
}
