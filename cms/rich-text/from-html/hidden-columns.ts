import { isElement, styleOf, type SourceElement, type SourceNode } from './source-node.ts';

const widest = 50;
export const spanOf = ({ attributes }: SourceElement, name: 'colspan' | 'rowspan' | 'span'): number =>
  Math.min(widest, Math.max(1, Math.trunc(Number(attributes[name] ?? 1)) || 1));

/** Whether each column is hidden, as spreadsheets and pages say it (`col`), from the left. */
function hiddenIn(nodes: readonly SourceNode[], isAround = false): boolean[] {
  return nodes.filter(isElement).flatMap((node) => {
    const isHidden =
      isAround || styleOf(node, 'display').startsWith('none') || styleOf(node, 'visibility').startsWith('collapse');
    if (node.name === 'colgroup' && node.children.some((inner) => isElement(inner) && inner.name === 'col'))
      return hiddenIn(node.children, isHidden);
    return /^col(?:group)?$/.test(node.name) ? Array.from({ length: spanOf(node, 'span') }, () => isHidden) : [];
  });
}

/**
 * The rows without what stands in hidden columns: what is hidden there is often what nobody else may see (numbers, phones).
 * @returns the cells that are seen, and those taken out; a cell over several columns loses the hidden ones
 */
export function withoutHiddenColumns(
  table: SourceElement,
  rows: readonly SourceElement[][],
): { rows: SourceElement[][]; gone: SourceElement[] } {
  const hidden = hiddenIn(table.children);
  if (!hidden.includes(true)) return { rows: [...rows], gone: [] };
  const gone: SourceElement[] = [];
  /** Rows for which a column is still taken by a cell from above. */
  const taken: number[] = [];
  const seen = rows.map((cells) => {
    let column = 0;
    const row = cells.flatMap((cell): SourceElement[] => {
      while ((taken[column] ?? 0) > 0) column += 1;
      const columns = Array.from({ length: spanOf(cell, 'colspan') }, (_, i) => column + i);
      column += columns.length;
      for (const at of columns) taken[at] = spanOf(cell, 'rowspan');
      const left = columns.filter((at) => !hidden[at]).length;
      if (left === 0) gone.push(cell);
      return left === 0
        ? []
        : [left === columns.length ? cell : { ...cell, attributes: { ...cell.attributes, colspan: String(left) } }];
    });
    for (const [at, count] of taken.entries()) taken[at] = Math.max(0, (count ?? 0) - 1);
    return row;
  });
  return { rows: seen, gone };
}
