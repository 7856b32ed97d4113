import { charSet } from '../fold/char-set.ts';
import type { Words } from '../fold/words.ts';
import type { Match } from '../personal-data/match.ts';
import { maskExcerpt } from '../personal-data/mask.ts';
import type { IndexedEntry, LexiconIndex } from './index-lexicons.ts';
import { createWordEdges } from './word-edges.ts';

const explains =
  /(?:所谓|俗称|俗话|民间称|口语|通俗说|这个词|这类词|一词|不叫|不称|不说|不写|不要写|不要用|不要说|不宜|警惕|谨防|防范|不存在|都是假|为名|不用|不使用|不得使用|避免|别用|改称|改为|慎用|禁用|标签)/;
const spokenOf =
  /^[”"」』]?(?:名单)?(?:一类|之类|这类|这种|这个|等)?(?:的)?(?:说法|叫法|提法|称呼|称谓|名称|广告|用词|字眼|一词|这个词)/;
const opening = /[“"「『‘'《（(]$/;
const closing = /^[”"」』’'》）)]/;

/**
 * Wrong expressions; offsets in the folded text. The longest entry at a place wins.
 * A quotable entry passes where it is explained: in quotation marks, with 所谓, 俗称 or 不用 close by (decision 011).
 * Letters that only meet where two words touch (“按装” in “按装修合同”) are no expression (decision 036).
 * @param written the folded text with the characters that were written: of an entry about those alone they must stand there
 */
export function findWords({ text, map }: Words, index: LexiconIndex, written: string): Match[] {
  const found: Match[] = [];
  const cutsWord = createWordEdges(text, index);
  const begins = beginnings(index);
  for (let i = 0; i < text.length; i += 1) {
    if (!begins(text.charCodeAt(i))) continue;
    const entry = index
      .get(text[i] ?? '')
      ?.find(
        (one) =>
          text.startsWith(one.key, i) &&
          (one.written === null || standsWritten(one.written, map.subarray(i), written)) &&
          !cutsWord(i, i + one.key.length),
      );
    if (!entry) continue;
    const end = i + entry.key.length;
    if (!isAllowed(text, i, entry) && !(entry.quotable && isExplained(text, i, end))) {
      found.push({
        rule: entry.rule,
        level: entry.level,
        from: map[i] ?? 0,
        to: (map[end - 1] ?? 0) + 1,
        text: maskExcerpt(excerpt(text, i, end)),
        mend: mendOf(entry),
      });
    }
    i = end - 1;
  }
  return found;
}

/** Whether these very characters were written, from the first place on. */
const standsWritten = (characters: string, places: Int32Array, written: string): boolean =>
  Array.from({ length: characters.length }, (_, i) => written[places[i] ?? -1]?.toLowerCase()).join('') === characters;

const known = new WeakMap<LexiconIndex, ReturnType<typeof charSet>>();

/** With which characters entries begin. */
function beginnings(index: LexiconIndex): ReturnType<typeof charSet> {
  const begins = known.get(index) ?? charSet(index.keys());
  known.set(index, begins);
  return begins;
}

/** The words around a place, for the person who has to find it. */
const excerpt = (text: string, from: number, to: number): string =>
  text
    .slice(Math.max(0, from - 8), to + 8)
    .replace(/[\n\u001f]/g, ' ')
    .trim();

function isAllowed(text: string, at: number, { key, allowed }: IndexedEntry): boolean {
  return allowed.some((phrase) => {
    for (let shift = phrase.indexOf(key); shift >= 0; shift = phrase.indexOf(key, shift + 1))
      if (text.startsWith(phrase, at - shift)) return true;
    return false;
  });
}

function isExplained(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 16), from);
  const after = text.slice(to, to + 14);
  // “黑名单一类的说法不要再用” needs no quotation marks.
  if (
    spokenOf.test(after) &&
    (explains.test(before) || explains.test(after) || /不要|不再|取消|改|拿掉|删|是真的吗/.test(after))
  )
    return true;
  return opening.test(before) && closing.test(after) && (explains.test(before) || explains.test(after));
}

const mendOf = ({ wrong, right, why }: IndexedEntry): string =>
  `${why}${/[。！]$/.test(why) ? '' : '。'}${right ? `请把“${wrong}”改为“${right}”。` : `请删去或改写“${wrong}”。`}`;
