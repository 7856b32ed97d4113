import { lastBefore } from '../files/last-before.ts';
import { cellsOf } from '../cell-sign.ts';
import { tagLabels } from '../fold/tag-labels.ts';
import { fold, type Folded } from '../fold/fold.ts';

/** What says of which kind the thing at a place of the folded text is, wherever it stands: '' when nothing does. */
export type LabelsOf = (at: number) => string;

const longestLabel = 24;
/** A label in an attribute is for what follows closely: the words of its own element, a caption under its picture. */
const reach = 30;

/**
 * The head of the column, the cell to the left and the first of the row, the line above the table, and labels in attributes
 * of tags right before the place. Nothing is read before somebody asks; then each table once. Linear.
 * @param source the text that was folded; null when tags stand for themselves
 */
export function createLabels(folded: Folded, source: string | null): LabelsOf {
  let tables: Table[] | undefined;
  let tags: { at: number; text: string }[] | undefined;
  return (at) => {
    tables ??= readTables(folded.text);
    tags ??=
      source === null
        ? []
        : tagLabels(source).map(({ from, text }) => ({ at: indexOf(folded, from), text: fold(text).text }));
    const near = lastBefore(tags, at);
    return [...(near && at - near.at <= reach ? [near.text] : []), ...tableLabels(tables, at)].join(' ');
  };
}

interface Row {
  at: number;
  cells: string[];
  /** Where each cell begins. */
  starts: number[];
}
interface Table {
  at: number;
  to: number;
  title: string;
  rows: Row[];
}

function readTables(text: string): Table[] {
  if (!/[|\t\u001f]/.test(text)) return [];
  const found: Table[] = [];
  let open: Table | null = null;
  let title = '';
  let from = 0;
  for (const line of text.split('\n')) {
    const cells = cellsOf(line);
    if (cells.length > 1) {
      open ??= { at: from, to: from, title, rows: [] };
      open.rows.push({ at: from, cells, starts: starts(line, cells, from) });
      open.to = from + line.length;
    } else if (line.trim() !== '') {
      if (open) found.push(open);
      open = null;
      title = line.length <= longestLabel * 2 ? line : '';
    }
    from += line.length + 1;
  }
  return open ? [...found, open] : found;
}

function starts(line: string, cells: readonly string[], from: number): number[] {
  let at = 0;
  return cells.map((cell) => {
    at = Math.max(at, line.indexOf(cell, at));
    const start = from + at;
    at += cell.length;
    return start;
  });
}

function tableLabels(tables: readonly Table[], at: number): string[] {
  const table = lastBefore(tables, at);
  const row = table && at <= table.to ? lastBefore(table.rows, at) : undefined;
  if (!table || !row) return [];
  const column = row.starts.findLastIndex((start) => start <= at);
  const head = table.rows[0];
  const labels = [table.title, head === row ? '' : head?.cells[column], row.cells[column - 1], row.cells[0]];
  return labels.flatMap((label, i) => (label && (i !== 3 || column > 0) ? [label.slice(0, longestLabel)] : []));
}

function indexOf({ map, text }: Folded, source: number): number {
  let low = 0;
  for (let high = text.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((map[middle] ?? source) < source) low = middle + 1;
    else high = middle;
  }
  return low;
}
