/**
 * Stands in a checked text where one table cell ends and the next begins (unit separator, U+001F): no blank and no letter, so
 * that neither words nor numbers grow together over it.
 */
export const cellSign = '\u001f';

/** In a folded text, everything that parts two cells: the sign, a tab, the upright of a Markdown table, a gap of blanks. */
export const partsCells = /[\u001f\t|]| {2}/;
