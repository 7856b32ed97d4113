import japanese from 'opencc-js/dict/JPShinjitaiCharactersRev';
import chinese from 'opencc-js/dict/TSCharacters';
import { isDoubtful } from './doubtful.ts';
import { isStandard } from './standard.ts';
import { variants } from './variants.ts';

/** Never in a simplified text though GB 2312 has them. */
const unlike = new Set('後於菸麴');

export interface SimplifiedTable {
  /** By UTF-16 unit; 0 for what stays as it is. */
  units: Uint16Array;
  /** By code point, beyond the first plane. */
  points: ReadonlyMap<number, string>;
}

let made: SimplifiedTable | undefined;

/**
 * Which characters no simplified text has, with the simplified one of each: traditional ones (OpenCC), variants, and those
 * that only Japanese has (広, 実). What a simplified text may hold (GB 2312, `doubtful.ts`) is never among them: such a text
 * reads as it did. Made by the first who asks.
 */
export function simplifiedTable(): SimplifiedTable {
  return (made ??= make());
}

function make(): SimplifiedTable {
  const traditional = new Map(pairsOf(chinese));
  const own = new Map(
    Array.from({ length: variants.length / 2 }, (_, i) => [variants[2 * i] ?? '', variants[2 * i + 1] ?? '']),
  );
  // Of each short form the old one; what Chinese has as well (芸, 予) is read as Chinese.
  const short = new Map(pairsOf(japanese).flatMap(([old, form]) => (isNever(form) ? [[form, old] as const] : [])));
  const end = (char: string): string => traditional.get(char) ?? own.get(char) ?? short.get(char) ?? char;
  const units = new Uint16Array(0x10000);
  const points = new Map<number, string>();
  for (const [char, next] of [...traditional, ...own, ...short]) {
    const to = end(end(next));
    if (char.length > 1) points.set(char.codePointAt(0) ?? 0, to);
    else if (to.length === 1 && to !== char && units[char.charCodeAt(0)] === 0 && isNever(char))
      units[char.charCodeAt(0)] = to.charCodeAt(0);
  }
  return { units, points };
}

const isNever = (char: string): boolean => unlike.has(char) || !(isStandard(char.charCodeAt(0)) || isDoubtful(char));

const pairsOf = (dictionary: string): (readonly [string, string])[] =>
  dictionary.split('|').map((pair) => {
    const [from = '', to = ''] = pair.split(' ');
    return [from, to] as const;
  });
