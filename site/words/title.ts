/** What ends a clause of a Chinese title; closing quotes stay with it. */
const clause = /[^，。：；！？、—…]*[，。：；！？、—…]*[”’》）]*/gu;
const opening = /[“‘《（]$/u;
const number = /[\d.]$/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Width in full-width characters: Latin letters and digits take half a place. */
function width(text: string): number {
  let sum = 0;
  for (const sign of text) sum += sign.codePointAt(0)! < 0x2e80 && !'“”‘’—…'.includes(sign) ? 0.5 : 1;
  return sum;
}

/** Words of a clause; marks stay with the word they belong to, a number with its unit, and none is a character alone at the end. */
function words(text: string): string[] {
  const found: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const last = found.at(-1);
    const opens = opening.test(segment);
    if (last !== undefined && !opens && (!isWordLike || opening.test(last) || number.test(last))) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  const end = found.at(-1) ?? '';
  if (found.length > 1 && width(end.replace(/\p{P}/gu, '')) < 2) found.splice(-2, 2, (found.at(-2) ?? '') + end);
  return found;
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

/**
 * A title as HTML. Titles break at punctuation (`word-break: keep-all`); a clause too long for its line would then break
 * anywhere and might leave a comma at the start of a line, so it may also break between its words.
 * @param room longest clause that fits its line, mark included, in full-width characters (look.md §3): 11 = a phone's
 * line at heading size; smaller type has more room.
 */
export function titleHtml(text: string, room = 11): string {
  const clauses = (text.match(clause) ?? []).filter((part) => part !== '');
  return clauses.map((part) => (width(part) > room ? words(part).map(escape).join('<wbr>') : escape(part))).join('');
}
