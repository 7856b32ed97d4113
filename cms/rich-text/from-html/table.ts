import { block, tableCell, textNode } from '../make.ts';
import type { RichNode } from '../node.ts';
import { hasNote, hasWords, noteNode, type Block } from './block.ts';
import { spanOf, withoutHiddenColumns } from './hidden-columns.ts';
import { linesOf } from './lines.ts';
import { hasContent, isElement, styleOf, type SourceElement, type SourceNode } from './source-node.ts';
import { hiddenNote, unseen } from './unseen.ts';
import { append } from '../../../campaigns/lists/append.ts';

const moved = '@有单元格里的图片，放到了表格后面：请核对位置。';
type Reader = (nodes: readonly SourceNode[]) => Block[];

interface Row {
  cells: SourceElement[];
  head: boolean;
}

/**
 * A table without its looks: cells, spans, and which cells are headings. Its caption and words that stand in no cell come
 * before it, as browsers show them; what is no words in a cell (pictures) comes behind it.
 */
export function tableBlocks(table: SourceElement, blocksIn: Reader): Block[] {
  const rows: Row[] = [];
  const stray: SourceNode[] = [];
  collect(table.children, false, rows, stray);
  const before = blocksIn(stray);
  const { gone, rows: shown } = withoutHiddenColumns(
    table,
    rows.map(({ cells }) => cells),
  );
  for (const [i, row] of rows.entries()) row.cells = shown[i] ?? [];
  if (gone.some(({ children }) => hasContent(children)))
    before.push({ kind: 'paragraph', words: [noteNode(hiddenNote)] });
  const only = rows[0]?.cells[0];
  // A frame around a passage is no table.
  if (only && rows.length === 1 && rows[0]?.cells.length === 1 && !table.drawn)
    return [...before, ...blocksIn(only.children)];
  const behind: Block[] = [];
  const made = rows.map(({ cells, head }) =>
    cells.map((cell) => {
      const blocks = blocksIn(cell.children);
      append(
        behind,
        blocks.filter((one) => one.kind === 'node' && one.node.type !== 'table' && one.node.type !== 'horizontalrule'),
      );
      const lines = blocks.flatMap(linesOf).map((words) => block('paragraph', words, { textFormat: 0, textStyle: '' }));
      return {
        ...tableCell(
          lines.length > 0 ? lines : [block('paragraph', [], { textFormat: 0, textStyle: '' })],
          head || cell.name === 'th',
        ),
        colSpan: spanOf(cell, 'colspan'),
        rowSpan: spanOf(cell, 'rowspan'),
      };
    }),
  );
  if (!made.some((cells) => cells.some((cell) => hasWords(cell) || hasNote(cell)))) return [...before, ...behind];
  const told: Block[] = behind.length > 0 ? [{ kind: 'paragraph', words: [noteNode(moved)] }] : [];
  return [
    ...before,
    {
      kind: 'node',
      node: block(
        'table',
        withHeads(withoutBareRows(made)).map((cells) => block('tablerow', cells)),
      ),
    },
    ...told,
    ...behind,
  ];
}

/** A row in which no cell begins goes; what reaches through it from above is a row shorter, or everything below would slip aside. */
const withoutBareRows = (rows: RichNode[][]): RichNode[][] =>
  rows.flatMap((cells, i) => {
    const covers = (rowSpan: number): number => rows.slice(i, i + rowSpan).filter(({ length }) => length > 0).length;
    return cells.length === 0
      ? []
      : [
          cells.map((cell) => ({
            ...cell,
            rowSpan: Math.max(1, Math.min(cell.rowSpan ?? 1, covers(cell.rowSpan ?? 1))),
          })),
        ];
  });

/** A first row that is bold in all its words is the table's head. */
function withHeads(rows: RichNode[][]): RichNode[][] {
  const [first = [], ...rest] = rows;
  const isBold = (cell: RichNode): boolean =>
    hasWords(cell) && texts(cell).every((text) => (text.text ?? '').trim() === '' || text.format === 1);
  if (rest.length === 0 || !first.every(isBold)) return rows;
  return [first.map((cell) => ({ ...unbold(cell), headerState: 1 })), ...rest];
}

const texts = (node: RichNode): RichNode[] => (node.text !== undefined ? [node] : (node.children ?? []).flatMap(texts));
const unbold = (node: RichNode): RichNode =>
  node.text !== undefined
    ? textNode(node.text)
    : { ...node, ...(node.children ? { children: node.children.map(unbold) } : {}) };

/** Sorts what lies between the tags of a table; forms and the like are often put around rows. */
function collect(nodes: readonly SourceNode[], head: boolean, rows: Row[], stray: SourceNode[]): void {
  for (const node of nodes) {
    if (!isElement(node) || unseen(node) !== null) stray.push(node);
    // Word marks a heading row that is repeated on each page by the row number −1.
    else if (node.name === 'tr')
      rows.push({ head: head || styleOf(node, 'mso-yfti-irow') === '-1', cells: cellsOf(node, stray) });
    else if (['thead', 'tbody', 'tfoot', 'form'].includes(node.name))
      collect(node.children, head || node.name === 'thead', rows, stray);
    else if (node.name === 'td' || node.name === 'th') rows.push({ head, cells: [node] });
    else stray.push(node);
  }
}

function cellsOf(row: SourceElement, stray: SourceNode[]): SourceElement[] {
  return row.children.flatMap((node): SourceElement[] => {
    if (isElement(node) && unseen(node) === null && (node.name === 'td' || node.name === 'th')) return [node];
    if (isElement(node) && unseen(node) === null && node.name === 'form') return cellsOf(node, stray);
    stray.push(node);
    return [];
  });
}
