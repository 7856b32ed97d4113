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

/** Names places of a text as `line:column`, both from 1, the column in characters as an editor counts them. */
export function lineColumns(text: string): (offset: number) => string {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
    let low = 0;
    for (let high = starts.length - 1; low < high; ) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return `${low + 1}:${[...text.slice(starts[low] ?? 0, offset)].length + 1}`;
  };
}
