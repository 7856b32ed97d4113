/** One text of a document: a body, a title, an alt text, a cell, a property … */
export interface CheckedText {
  /** What it is, in the words of the person who reads the finding: 正文、标题、替代文字 … */
  field: string;
  text: string;
  /**
   * `prose` (default) is read by people and passes every rule; `machine` (addresses, scripts, metadata) is only searched
   * for personal data.
   */
  kind?: 'prose' | 'machine';
  /** Names a place by its offset in `text`; without it, `field line:column`. */
  at?: (offset: number) => string;
}

/**
 * Names places of a text as `line:column`, both from 1, the column in characters as an editor counts them.
 * Asked in the order of the text it is linear also in one endless line.
 */
export function lineColumns(text: string): (offset: number) => string {
  let starts: number[] | undefined;
  let last = { line: -1, offset: 0, column: 0 };
  return (offset) => {
    starts ??= [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
    let line = 0;
    for (let high = starts.length - 1; line < high; ) {
      const middle = (line + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) line = middle;
      else high = middle - 1;
    }
    if (last.line !== line || last.offset > offset) last = { line, offset: starts[line] ?? 0, column: 1 };
    last = { line, offset, column: last.column + [...text.slice(last.offset, offset)].length };
    return `${line + 1}:${last.column}`;
  };
}
