import type { CheckedText } from '../checked-text.ts';
import type { Finding } from '../finding.ts';
import { fold } from '../fold/fold.ts';
import { words } from '../fold/words.ts';
import { maskExcerpt } from '../personal-data/mask.ts';
import { strangeAddresses } from './strange-addresses.ts';
import type { SchoolRules } from './rules.ts';

/** What is said of a thing in order to warn of it or to do without it. */
const without =
  /(?:不|不要|不用|不必|不得|不准|不许|不能|没有|无|禁止|拒绝|谨防|防范|警惕|远离|抵制|反对|取消|减少|沉迷)[\p{Script=Han}]{0,3}$/u;

/**
 * What content for schools may not hold: adverts, games, rankings, punching in, forced forwarding, codes and addresses of other
 * places; and what may be imitated only with a notice in front (G19). Pure; everything blocks.
 * @param siteHost the only place that addresses may lead to
 */
export function findInSchool(texts: readonly CheckedText[], rules: SchoolRules, siteHost: string): Finding[] {
  const found: Finding[] = [];
  const read = texts.map(({ at, field, kind, text }): Read => {
    const folded = fold(text);
    const { map, text: joined } = words(folded);
    const place = at ?? (() => field);
    return {
      kind,
      raw: text,
      text: joined,
      place: (index) => place(folded.map[map[index] ?? 0] ?? 0),
      rawPlace: place,
    };
  });
  for (const { kind, place, raw, rawPlace, text } of read) {
    if (kind !== 'machine') {
      for (const { id, mend, why, words: forbidden } of rules.rules) {
        const hit = firstOf(text, forbidden);
        if (hit)
          found.push({
            rule: `school/${id}`,
            level: 'block',
            at: place(hit.at),
            text: hit.word,
            mend: `${why}：${mend}。`,
          });
      }
    }
    for (const { from, host } of strangeAddresses(raw, siteHost)) {
      found.push({
        rule: 'school/address',
        level: 'block',
        at: rawPlace(from),
        text: maskExcerpt(host),
        mend: '给学校的内容里的链接只能到本站：请删去这个网址，要看的内容写在正文里。',
      });
    }
  }
  return [
    ...found,
    ...withoutNotice(
      read.filter(({ kind }) => kind !== 'machine'),
      rules,
    ),
  ];
}

interface Read {
  kind: CheckedText['kind'];
  /** As words are read in it. */
  text: string;
  raw: string;
  /** Names a place of the text that is read, and one of the text that was written. */
  place(at: number): string;
  rawPlace(offset: number): string;
}

function withoutNotice(read: readonly Read[], { notice }: SchoolRules): Finding[] {
  const signed = read.some(({ text }) => notice.signs.some((sign) => text.slice(0, 200).includes(sign)));
  if (signed) return [];
  for (const { place, text } of read) {
    const hit = notice.words.find((word) => text.includes(word));
    if (hit)
      return [
        {
          rule: 'school/notice',
          level: 'block',
          at: place(text.indexOf(hit)),
          text: hit,
          mend: `${notice.why}：${notice.mend}。`,
        },
      ];
  }
  return [];
}

/** The first of these words that is asked for, not warned of, and where. */
function firstOf(text: string, forbidden: readonly string[]): { word: string; at: number } | null {
  for (const word of forbidden) {
    const wanted = word.toLowerCase();
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      if (!without.test(text.slice(Math.max(0, at - 6), at))) return { word, at };
    }
  }
  return null;
}
