import { decodeHTML } from 'entities';

/** Every string that a page, a feed or an interface shows or says: text, and what stands in attributes. */
export function visibleStrings(body: string): string[] {
  const text = decodeHTML(decodeHTML(body.replace(/<style[\s\S]*?<\/style>/g, ' ').replace(/<!\[CDATA\[|\]\]>/g, ' ')));
  const attributes = [
    ...text.matchAll(/\s(?:alt|title|aria-label|content|placeholder|value|label|summary)="([^"]*)"/g),
  ].map(([, value = '']) => value);
  // Markup inside a sentence does not end it; a link or a block does.
  const shown = text.replace(/<\/?(?:b|strong|em|i|mark|abbr)(?:\s[^>]*)?>/g, '').split(/<[^>]*>|\\n/);
  return [...attributes, ...shown];
}

const han = /\p{Script=Han}{4,}/gu;
/** The signs of a date in figures belong to the figures. */
const dated = /\d+\s*[年月日]/g;
/** Days of the lunar almanac, ordinals: reckoned, not written. */
const reckoned =
  /^[〇一二三四五六七八九十廿初正冬腊闰百零年月日第星期农历个甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥]+$/u;

/**
 * Runs of Chinese in `shown` that `source` does not hold. A sentence of the product may join pieces (“这里是” + a name + “广播”):
 * a run may be made of pieces that are there, about one for every four characters, one of them no mere word.
 */
export function strangers(shown: readonly string[], source: string): string[] {
  const found = new Set<string>();
  for (const text of shown)
    for (const [run] of text.replace(dated, ' ').matchAll(han))
      if (!reckoned.test(run) && !isMade(run, source)) found.add(run);
  return [...found];
}

function isMade(run: string, source: string): boolean {
  const pieces: number[] = [];
  for (let at = 0; at < run.length; ) {
    let length = run.length - at;
    while (length > 0 && !source.includes(run.slice(at, at + length))) length -= 1;
    if (length === 0) return false;
    pieces.push(length);
    at += length;
  }
  return pieces.length === 1 || (Math.max(...pieces) >= 4 && pieces.length <= 1 + Math.floor((run.length + 2) / 4));
}
