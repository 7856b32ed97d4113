import { jieba } from '../lexicon/jieba.ts';
import type { NameFound } from '../people/find-names.ts';
import { doubleSurnames, surnames } from '../people/surnames.ts';

const han = /^\p{Script=Han}+$/u;
const isSurname = (text: string): boolean => surnames.has(text) || doubleSurnames.has(text);
const surnameOf = (word: string): number => (doubleSurnames.has(word.slice(0, 2)) ? 2 : surnames.has(word[0] ?? '') ? 1 : 0);

/**
 * Words of a sentence that can be nothing but somebody's name: what the dictionary does not know and the hidden Markov model
 * puts together behind a surname (何|发奎), and a surname that the dictionary takes for one with the word behind it (陶|红梅).
 */
export function nameWords(sentence: string): NameFound[] {
  const found: NameFound[] = [];
  const words = jieba().tag(sentence, true);
  let from = 0;
  words.forEach(({ tag, word }, i) => {
    const next = words[i + 1]?.word ?? '';
    const size = surnameOf(word);
    if (tag === 'x' && han.test(word) && size > 0 && word.length > size && word.length <= size + 2) found.push({ name: word, from, to: from + word.length });
    else if (tag === 'nr' && isSurname(word) && han.test(next) && next.length <= 2) found.push({ name: word + next, from, to: from + word.length + next.length });
    from += word.length;
  });
  return found;
}
