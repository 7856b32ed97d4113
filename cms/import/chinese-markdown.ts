const fence = /^\s{0,3}(?:```|~~~)/;
/** 1、 2） （三） ④ 第五条 ·: what Chinese texts begin their points with and Markdown does not know. */
const point =
  /^\s{0,3}(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)、．]|[①-⑳·•●○■□◆▲★☆]|第[一二三四五六七八九十百\d]{1,5}[条章节款，、]|[-+](?=[\p{Script=Han}“《（])|\*(?=[\p{Script=Han}“《（][^*]*$))(?!\s*$)/u;
/** A paragraph as Chinese texts begin it. */
const indented = /^[ \t]*\u3000/;
const footnote = /^\[\^([\w\p{Script=Han}-]+)\]:\s*/u;
/** After these a line is never the same paragraph. */
const apart = /^\s*$|^\s{0,3}(?:#|>|\||[-*+]\s)/;

/**
 * Markdown as Chinese writers type it: `#一、总体要求` is a heading though no blank follows the sign, and points that begin
 * with 1、 or （一） stand each on its own line, a line that two wide blanks begin is a paragraph, `[^1]` is a note’s mark. `#话题#` stays words; fenced code stays as it is.
 */
export function chineseMarkdown(source: string): string {
  const lines: string[] = [];
  let isCode = false;
  for (const line of source.split(/\r?\n/)) {
    const isFence = fence.test(line);
    if (isFence) isCode = !isCode;
    const before = lines.length - 1;
    if (!isCode && !isFence && point.test(line) && !apart.test(lines[before] ?? ''))
      lines[before] = `${lines[before] ?? ''}  `;
    else if (!isCode && !isFence && (indented.test(line) || footnote.test(line)) && (lines[before] ?? '').trim() !== '')
      lines.push('');
    lines.push(isCode || isFence ? line : withBlank(notes(line)));
  }
  return lines.join('\n');
}

/** Notes stand as [1] in the text and behind it; to Markdown the second would be the address of a link. */
const notes = (line: string): string =>
  line.replace(footnote, '\\[$1\\] ').replace(/\[\^([\w\p{Script=Han}-]+)\](?!\()/gu, '\\[$1\\]');

function withBlank(line: string): string {
  const [, signs, words] = /^(#{1,6})([\p{Script=Han}\d（(“《【][^#]*)#*\s*$/u.exec(line) ?? [];
  return signs && words ? `${signs} ${words.trim()}` : line;
}
