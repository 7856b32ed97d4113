/** What ends a clause of a Chinese title; closing quotes stay with it. */
const clause = /[^，。：；！？、—…]*[，。：；！？、—…]*[”’》）]*/gu;

/** Width in full-width characters: Latin letters and digits take half a place. */
function width(text: string): number {
  let sum = 0;
  for (const sign of text) sum += sign.codePointAt(0)! < 0x2e80 && !'“”‘’—…'.includes(sign) ? 0.5 : 1;
  return sum;
}

/** Width of the longest clause, its mark included, in full-width characters. */
export function longestClause(text: string): number {
  return Math.max(0, ...(text.match(clause) ?? []).map(width));
}

/**
 * Titles break at punctuation only (`word-break: keep-all`). A clause longer than a phone's line would then break
 * anywhere and may leave a comma at the start of a line, so such a title gets the class `long`, which lets it break
 * between characters on phones. 11 = a phone's line at heading size (look.md §3); smaller type has more room.
 */
export function titleClass(text: string, room = 11): 'long' | undefined {
  return longestClause(text) > room ? 'long' : undefined;
}
