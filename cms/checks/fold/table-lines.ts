import { cellsOf } from '../cell-sign.ts';

/**
 * Tables and lists of a text as sentences: each row with the heads of its columns, each item with the line above the list,
 * because what is told of a name may stand there alone (“姓名｜欠款”, “欠缴水费的住户：”). Empty when there is neither. One
 * pass, linear.
 */
export function tableLines(text: string): string {
  const rows: string[] = [];
  let head: string[] | null = null;
  let title = '';
  for (const line of text.split('\n')) {
    const cells = cellsOf(line).map((cell) => cell.trim());
    const filled = cells.filter(Boolean);
    if (filled.length >= 2) {
      // Rows of a table may stand apart by empty lines.
      if (!filled.every((cell) => /^[-:：]+$/.test(cell))) {
        if (head) rows.push(labelled(cells.length === head.length ? cells : filled, head));
        else rows.push(filled.join('，'));
        head ??= cells.map((cell) => cell.slice(0, longestLabel));
      }
      continue;
    }
    const [only = ''] = filled;
    if (only === '') continue;
    head = null;
    const item = listItem.exec(only);
    if (item && title !== '') rows.push(`${only.slice(item[0].length)}，${title}`);
    else if (!item)
      title = only.endsWith('：') && only.length <= longestHead ? only.slice(0, -1) : inlineTitle(only, rows);
  }
  return rows.join('\n');
}

/** 以下商家拒绝明码标价：1.“好再来”饭庄 2.“阿娟”理发店 */
function inlineTitle(line: string, rows: string[]): string {
  const [, title = '', items = ''] = /^([^：]{4,30})：(1[.、．][^]+)$/u.exec(line) ?? [];
  for (const item of title === '' ? [] : items.slice(0, longest).split(/\s*[1-9][0-9]?[.、．]\s*/u))
    if (item) rows.push(`${item}，${title}`);
  return '';
}

const listItem =
  /^\s*(?:[-*·•◦▪]|[0-9]{1,2}[.、．)）]|[（(][0-9一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]{1,2}、)\s*/u;
/** A head is a few words; a line that is none must not be repeated at length. */
const longestHead = 60;
const longestLabel = 14;
const longest = 400;
/** 1 of 拖欠租金（月）：8 says nothing where it stands alone. */
const labelled = (cells: readonly string[], head: readonly string[]): string =>
  cells
    .flatMap((cell, i) => (cell === '' ? [] : [head[i] && head[i] !== cell ? `${head[i]}：${cell}` : cell]))
    .join('，');
