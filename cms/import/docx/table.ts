import { element, hasContent, type SourceElement, type SourceNode } from '../../rich-text/from-html/source-node.ts';
import { blockNodes } from './blocks.ts';
import { sayings } from './sayings.ts';
import type { Word } from './word.ts';
import { all, child, isOn, kids, val, type Xml } from './xml.ts';
import { append } from '../../../campaigns/lists/append.ts';

/** A table: cells that span columns (gridSpan) and rows (vMerge, a cell that goes on below itself). */
export function tableNodes(table: Xml, word: Word): SourceNode[] {
  const open = new Map<number, SourceElement>();
  const notes: SourceNode[] = [];
  const rows = held(table, 'w:tr').flatMap((row): SourceElement[] => {
    const properties = child(row, 'w:trPr');
    if (child(properties, 'w:del')) {
      notes.push({ say: sayings.changed });
      return [];
    }
    if (isOn(properties, 'w:hidden')) {
      if (all(row, 'w:t').length > 0) notes.push({ say: sayings.hidden });
      return [];
    }
    return [element('tr', cellsOf(row, word, open, isOn(properties, 'w:tblHeader') === true, notes))];
  });
  return [{ ...element('table', rows), drawn: true }, ...notes];
}

function cellsOf(
  row: Xml,
  word: Word,
  open: Map<number, SourceElement>,
  isHead: boolean,
  notes: SourceNode[],
): SourceElement[] {
  const before = Number(val(child(row, 'w:trPr'), 'w:gridBefore') ?? 0) || 0;
  let column = before;
  // Rows that begin further right stay under their columns.
  const empty = before > 0 ? [element('td', [], before > 1 ? { colspan: String(before) } : {})] : [];
  return [
    ...empty,
    ...held(row, 'w:tc').flatMap((cell): SourceElement[] => {
      const properties = child(cell, 'w:tcPr');
      const width = Math.max(1, Number(val(properties, 'w:gridSpan') ?? 1) || 1);
      const at = column;
      column += width;
      const merge = child(properties, 'w:vMerge');
      const above = open.get(at);
      if (merge && merge.attributes['w:val'] !== 'restart' && above) {
        above.attributes.rowspan = String(Number(above.attributes.rowspan ?? 1) + 1);
        const more = blockNodes(kids(cell), word);
        if (hasContent(more)) append(above.children, more);
        return [];
      }
      if (child(properties, 'w:cellDel')) {
        notes.push({ say: sayings.changed });
        return [];
      }
      const made = element(
        isHead ? 'th' : 'td',
        blockNodes(kids(cell), word),
        width > 1 ? { colspan: String(width) } : {},
      );
      if (merge) open.set(at, made);
      else open.delete(at);
      return [made];
    }),
  ];
}

/** Rows or cells, also those that content controls and tracked insertions are put around. */
function held(node: Xml, name: string): Xml[] {
  return kids(node).flatMap((inner): Xml[] => {
    if (inner.name === name) return [inner];
    return /^w:(?:sdt|sdtContent|ins|moveTo|customXml|smartTag)$/.test(inner.name) ? held(inner, name) : [];
  });
}
