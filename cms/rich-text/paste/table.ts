import type { PastedBlock, PastedCell } from './block.ts';
import { isElement, styleOf, type SourceElement, type SourceNode } from './source-node.ts';
import { isUnseen } from './unseen.ts';

const widest = 50;

/**
 * A table without its looks: cells, spans, and which cells are headings. `blocksIn` reads what a cell holds; what is no
 * words there (pictures) comes behind the table.
 */
export function tableBlocks(table: SourceElement, blocksIn: (nodes: SourceNode[]) => PastedBlock[]): PastedBlock[] {
  const behind: PastedBlock[] = [];
  const rows = rowsOf(table).map(({ row, head }) =>
    row.children.filter((node): node is SourceElement => isElement(node) && (node.name === 'td' || node.name === 'th') && !isUnseen(node)).map((cell): PastedCell => {
      const blocks = blocksIn(cell.children);
      behind.push(...blocks.filter(({ kind }) => kind === 'picture'));
      return { header: head || cell.name === 'th', colSpan: span(cell, 'colspan'), rowSpan: span(cell, 'rowspan'), lines: blocks.flatMap(linesOf) };
    }),
  ).filter((cells) => cells.length > 0);
  const [first] = rows;
  // A frame around a passage is no table.
  if (first && rows.length === 1 && first.length === 1) return [...(first[0]?.lines ?? []).map((html): PastedBlock => ({ kind: 'paragraph', html })), ...behind];
  if (rows.every((cells) => cells.every(({ lines }) => lines.length === 0))) return behind;
  const bold = /^<strong>(?:(?!<\/strong>).)*<\/strong>$/;
  if (first && rows.length > 1 && first.every(({ lines }) => lines.length > 0 && lines.every((line) => bold.test(line)))) {
    rows[0] = first.map((cell) => ({ ...cell, header: true, lines: cell.lines.map((line) => line.replace(/<\/?strong>/g, '')) }));
  }
  return [{ kind: 'table', rows }, ...behind];
}

function rowsOf(node: SourceElement, head = false): { row: SourceElement; head: boolean }[] {
  return node.children.filter(isElement).flatMap((child) => {
    if (isUnseen(child)) return [];
    // Word marks a heading row that is repeated on each page by the row number −1.
    if (child.name === 'tr') return [{ row: child, head: head || styleOf(child, 'mso-yfti-irow') === '-1' }];
    if (child.name === 'thead') return rowsOf(child, true);
    return ['tbody', 'tfoot'].includes(child.name) ? rowsOf(child, head) : [];
  });
}

const span = (cell: SourceElement, name: 'colspan' | 'rowspan'): number => Math.min(widest, Math.max(1, Math.trunc(Number(cell.attributes[name] ?? 1)) || 1));

/** Words of a block inside a cell; a table in a table is read row by row. */
function linesOf(block: PastedBlock): string[] {
  if (block.kind === 'table') return block.rows.map((cells) => cells.flatMap(({ lines }) => lines).join('　'));
  if (block.kind === 'item') return [`${block.ordered ? `${block.start}. ` : '• '}${block.html}`];
  return 'html' in block ? [block.html] : [];
}
