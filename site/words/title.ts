import { escapeHtml } from './escape.ts';

/** What ends a clause of a Chinese title; closing quotes stay with it. */
const clause = /[^，。：；！？、—…]*[，。：；！？、—…]*[”’》）]*/gu;
const opening = /^[“‘《（]/u;
const opens = /[“‘《（]$/u;
/** Begins with a mark that is not closed yet, and is still short: “明码一条街” is one name. */
const unclosed = /[“‘《（][^”’》）]{0,8}$/u;
const number = /[\d.〇二三四五六七八九十百千万]$/u;
/** Small words that belong to what follows; others, such as 的 and 了, to what stands before. */
const leading = /^[各与和及从在把被向为由对以按让使将已不再先]/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Width in full-width characters: Latin letters and digits take half a place. */
function width(text: string): number {
  let sum = 0;
  for (const sign of text) sum += sign.codePointAt(0)! < 0x2e80 && !'“”‘’—…'.includes(sign) ? 0.5 : 1;
  return sum;
}

/** Words of a clause; marks stay with the word they belong to, a number with its unit. */
function words(text: string): string[] {
  const found: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const last = found.at(-1);
    const glued = !isWordLike || (last !== undefined && (unclosed.test(last) || number.test(last)));
    // A mark that opens is never the last of its line, before another one either (《“明码一条街”见闻》).
    if (last !== undefined && ((glued && !opening.test(segment)) || opens.test(last)))
      found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  return withoutSingles(found);
}

const lone = (word: string): boolean => [...word.replace(/\p{P}/gu, '')].length === 1;

/**
 * No character is left alone on a line. Two and more that the segmenter could not join are most often a name
 * (剑门关景区) and stay together, five at most; a single one joins its neighbour, unless a mark stands between.
 */
function withoutSingles(found: readonly string[]): string[] {
  const joined: string[] = [];
  let run = 0;
  found.forEach((word, i) => {
    const last = joined.at(-1);
    const closed = last === undefined || /\p{P}$/u.test(last) || opening.test(word);
    const next = found[i + 1];
    const alone = lone(word) && run === 0 && !(next !== undefined && lone(next));
    const goesLeft = (lone(word) && run > 0 && run < 5) || (alone && (next === undefined || !leading.test(word)));
    const waited = last !== undefined && lone(last) && run === 0;
    if (!closed && (goesLeft || waited)) joined[joined.length - 1] = last + word;
    else joined.push(word);
    run = lone(word) && !alone ? run + 1 : 0;
  });
  return joined;
}

/**
 * A title as HTML. Titles break at punctuation (`word-break: keep-all`); a clause too long for its line would then break
 * anywhere and might leave a comma at the start of a line, so it may also break between its words.
 * @param room longest clause that fits its line, mark included, in full-width characters (look.md §3): 11 = a phone's
 * line at heading size; smaller type has more room.
 */
export function titleHtml(text: string, room = 11): string {
  const clauses = (text.match(clause) ?? []).filter((part) => part !== '');
  return clauses
    .map((part) => (width(part) > room ? words(part).map(escapeHtml).join('<wbr>') : escapeHtml(part)))
    .join('');
}
