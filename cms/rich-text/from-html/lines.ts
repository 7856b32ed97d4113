import { linebreak, textNode } from '../make.ts';
import type { RichNode } from '../node.ts';
import type { Block } from './block.ts';

const between = (parts: RichNode[][]): RichNode[] =>
  parts.flatMap((part, i) => (i === 0 ? part : [textNode('　'), ...part]));

/** A block as lines of words, for places that hold nothing else (items, cells); a table in there is read row by row. */
export function linesOf(block: Block): RichNode[][] {
  if (block.kind === 'item') return [[textNode(block.ordered ? `${block.number}. ` : '• '), ...block.words]];
  if (block.kind !== 'node') return [block.words];
  if (block.node.type !== 'table') return [];
  return (block.node.children ?? []).map((row) =>
    between(
      (row.children ?? [])
        .flatMap((cell) => (cell.children ?? []).map((line) => line.children ?? []))
        .filter((words) => words.length > 0),
    ),
  );
}

/** Several lines as one passage with breaks. */
export const joinLines = (lines: readonly RichNode[][]): RichNode[] =>
  lines.flatMap((line, i) => (i === 0 ? line : [linebreak(), ...line]));
