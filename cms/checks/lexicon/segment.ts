import type { LexiconIndex } from './index-lexicons.ts';
import { jieba } from './jieba.ts';

/**
 * How common a wrong expression is taken to be, in the dictionary's own counts: enough for 个 | 人渣 against 个人 | 渣, and
 * too little for 人渣 | 土 against 渣土 (measured from 50 to 20,000: right from 50 to 1,000).
 */
const common = 300;
/** Longer ones do not come about by chance where two words meet. */
const short = 3;

const known = new WeakSet<LexiconIndex>();

/**
 * Chinese words of a text, in order; together they are the text. Only dictionary words: the guesses of the hidden Markov
 * model join characters that nobody has ever put together (“车乱”). The expressions of the word lists are words too.
 */
export function segment(text: string, lexicons: LexiconIndex): string[] {
  const dictionary = jieba();
  if (!known.has(lexicons)) {
    for (const { key } of [...lexicons.values()].flat()) if (key.length <= short) dictionary.add_word(key, common);
    known.add(lexicons);
  }
  return dictionary.cut(text, false);
}

/** Whether letters like these may be no more than the meeting of two words. */
export const mayBeChance = (expression: string): boolean => expression.length <= short;
