import { matchAt, matchWords, type WordMatch } from './match-words.ts';
import { context, good, pardon, signFamilies } from './sign-words.ts';

const families = Object.values(signFamilies).map(({ sources, weight }) => ({ weight, endOf: matchAt(sources) }));
const anyEnd = matchAt(Object.values(signFamilies).flatMap(({ sources }) => sources));
/** One plain sign, or two smaller ones, of whom the sentence begins with. */
export const enough = 2;
/** Of whomever is named beside it. */
export const plenty = 3;

/** What a sentence tells by what happened. */
export interface Signs {
  places: WordMatch[];
  /** How much it tells against somebody, less what takes it away. */
  score: number;
}
const none: Signs = { places: [], score: 0 };

/** The signs of a sentence; of one family two count at most. */
export function findSigns(sentence: string): Signs {
  let first = 0;
  while (first < sentence.length && anyEnd(sentence, first) === 0) first += 1;
  if (first === sentence.length) return none;
  const places: WordMatch[] = [];
  const seen = families.map(() => ({ times: 0, to: 0 }));
  for (let from = first; from < sentence.length; from += 1) {
    if (anyEnd(sentence, from) === 0) continue;
    families.forEach(({ endOf }, i) => {
      const family = seen[i];
      if (!family || from < family.to) return;
      const to = endOf(sentence, from);
      if (to === 0) return;
      places.push({ from, to });
      family.times += 1;
      family.to = to;
    });
  }
  const told = families.reduce((sum, { weight }, i) => sum + Math.min(seen[i]?.times ?? 0, 2) * weight, 0);
  return { places, score: told - 2 * (pardons(sentence) + goods(sentence) + contexts(sentence)) };
}

const countOf = (sources: readonly string[]) => {
  const matches = matchWords(sources);
  return (text: string): number => {
    let times = 0;
    for (const _ of matches(text)) times += 1;
    return times;
  };
};
/** How often a sentence says that nobody did it: a play, a rumour, an example. */
const pardons = countOf(pardon);
/** How often it says that somebody did well, or suffered. */
export const goods = countOf(good);
const contexts = countOf(context);

/** Where a text may hold signs, in order. */
export function signPlaces(text: string): number[] {
  const found: number[] = [];
  for (let at = 0; at < text.length; at += 1) if (anyEnd(text, at) > 0) found.push(at);
  return found;
}
