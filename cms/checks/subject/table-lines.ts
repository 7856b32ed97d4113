/**
 * Tables of a text as sentences: each row with the heads of its columns behind it, because what is told of a name may stand
 * in the head alone (“姓名｜欠款”). Empty when there is no table. One pass, linear.
 */
export function tableLines(text: string): string {
  if (!/[|\t]/.test(text)) return '';
  const rows: string[] = [];
  let head: string | null = null;
  for (const line of text.split('\n')) {
    const cells = line.split(/[|\t]/).map((cell) => cell.trim()).filter(Boolean);
    // Rows of a table may stand apart by empty lines.
    if (cells.length < 2 || cells.every((cell) => /^[-:：]+$/.test(cell))) {
      if (cells.length === 1) head = null;
      continue;
    }
    const row = cells.join('，');
    rows.push(head === null || head === row ? row : `${row}，${head.slice(0, longestHead)}`);
    head ??= row;
  }
  return rows.join('\n');
}

/** A head is a few words; a line that is none must not be repeated at length. */
const longestHead = 60;
