import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { LexiconIndex } from './index-lexicons.ts';

type Jieba = { cut(text: string, hmm?: boolean): string[]; add_word(word: string, freq?: number): number };

/**
 * How common a wrong expression is taken to be, in the dictionary's own counts: enough for 个 | 人渣 against 个人 | 渣, and
 * too little for 人渣 | 土 against 渣土 (measured from 50 to 20,000: right from 50 to 1,000).
 */
const common = 300;
/** Longer ones do not come about by chance where two words meet. */
const short = 3;

let jieba: Jieba | null = null;
const known = new WeakSet<LexiconIndex>();

/**
 * Chinese words of a text, in order; together they are the text. Only dictionary words: the guesses of the hidden Markov
 * model join characters that nobody has ever put together (“车乱”). The expressions of the word lists are words too.
 * The dictionary (350,000 words, 0.4 s, 90 MB) is loaded by the first call: most texts have no hit to ask about.
 */
export function segment(text: string, lexicons: LexiconIndex): string[] {
  // Not a static import: the bundler of the admin would take the 4 MB of WebAssembly apart.
  jieba ??= createRequire(join(process.cwd(), 'package.json'))('jieba-wasm') as Jieba;
  if (!known.has(lexicons)) {
    for (const { key } of [...lexicons.values()].flat()) if (key.length <= short) jieba.add_word(key, common);
    known.add(lexicons);
  }
  return jieba.cut(text, false);
}

/** Whether letters like these may be no more than the meeting of two words. */
export const mayBeChance = (expression: string): boolean => expression.length <= short;
