const fence = /^\s{0,3}(?:```|~~~)/;
/** 1、 2） （三） ④: what Chinese texts number their points with and Markdown does not know. */
const point = /^\s{0,3}(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)、．]|[①-⑳])(?!\s*$)/;
/** After these a line is never the same paragraph. */
const apart = /^\s*$|^\s{0,3}(?:#|>|\||[-*+]\s)/;

/**
 * Markdown as Chinese writers type it: `#一、总体要求` is a heading though no blank follows the sign, and points that begin
 * with 1、 or （一） stand each on its own line. `#话题#` stays words; fenced code stays as it is.
 */
export function chineseMarkdown(source: string): string {
  const lines: string[] = [];
  let isCode = false;
  for (const line of source.split(/\r?\n/)) {
    const isFence = fence.test(line);
    if (isFence) isCode = !isCode;
    const before = lines.length - 1;
    if (!isCode && !isFence && point.test(line) && !apart.test(lines[before] ?? '')) lines[before] = `${lines[before] ?? ''}  `;
    lines.push(isCode || isFence ? line : withBlank(line));
  }
  return lines.join('\n');
}

function withBlank(line: string): string {
  const [, signs, words] = /^(#{1,6})([\p{Script=Han}\d（(“《【][^#]*)#*\s*$/u.exec(line) ?? [];
  return signs && words ? `${signs} ${words.trim()}` : line;
}
