/**
 * Stands in a checked text where one table cell ends and the next begins (unit separator, U+001F): no blank and no letter, so
 * that neither words nor numbers grow together over it.
 */
export const cellSign = '\u001f';

/** In a folded text, everything that parts two cells: the sign, a tab, the upright of a Markdown table, a gap of blanks. */
export const partsCells = /[\u001f\t|]| {2}/;

/**
 * The cells of one line of a folded text, empty ones among them: of a Markdown table, of one with tabs, or of HTML, where both
 * the beginning and the end of a cell leave a sign. One cell when the line is no row.
 */
export function cellsOf(line: string): string[] {
  if (line.includes(cellSign)) {
    const parts = line.split(cellSign);
    return parts.length > 2 && parts.every((part, i) => i % 2 === 1 || /^[\s，]*$/.test(part))
      ? parts.filter((_, i) => i % 2 === 1)
      : parts;
  }
  if (line.includes('|')) return line.replace(/^\s*\||\|\s*$/g, '').split('|');
  return line.split('\t');
}
