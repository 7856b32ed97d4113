/** One cell of a table as HTML or the editor's state says it. */
export interface GridCell {
  words: string;
  colSpan: number;
  rowSpan: number;
}

/**
 * Where readers see each word of a table: the rows as browsers lay them out, a cell with spans in every place that it covers.
 * @param groups rows of each part of the table (`thead`, `tbody`): a cell never reaches out of its part (HTML §4.9.12)
 */
export function gridOf(groups: readonly (readonly GridCell[])[][]): string[][] {
  const grid: string[][] = [];
  for (const group of groups) {
    const first = grid.length;
    for (const _ of group) grid.push([]);
    for (const [y, cells] of group.entries()) {
      let x = 0;
      for (const { colSpan, rowSpan, words } of cells) {
        while (grid[first + y]?.[x] !== undefined) x += 1;
        for (let dy = 0; dy < Math.min(rowSpan, group.length - y); dy += 1)
          for (let dx = 0; dx < colSpan; dx += 1) (grid[first + y + dy] ?? [])[x + dx] = words;
        x += colSpan;
      }
    }
  }
  return grid;
}
