import { jieba } from '../lexicon/jieba.ts';
import type { NameFound } from '../people/find-names.ts';
import { runtimeWords } from '../people/runtime-words.ts';
import { doubleSurnames, rareSurnames, surnames } from '../people/surnames.ts';

const han = /^\p{Script=Han}+$/u;
const isSurname = (text: string): boolean => surnames.has(text) || doubleSurnames.has(text) || rareSurnames.has(text);
const surnameOf = (word: string): number =>
  doubleSurnames.has(word.slice(0, 2)) ? 2 : isSurname(word[0] ?? '') ? 1 : 0;
/** What an unknown word of surname and verb ends in: 还收, 全转, 没发. */
const verbEnd = /[收转发退给付交还拿说问看走来去做用请叫是有在被把将让上下到过着了的地得]$/u;
/** Surnames that are things which every report is about: 钱付清, 路断. */
const things = /^[钱车房路时水金款货]/u;

export interface NameWords {
  /** Those that a dictionary has are often famous ones: 张居正. */
  names: (NameFound & { isKnown: boolean })[];
  /** Whether the dictionary lets a name stand there: it begins where a word begins, and is none itself. */
  mayBe(from: number, to: number): boolean;
  /** Whether a long word of the dictionary goes over the beginning: 行业主|管部门. */
  isCut(from: number): boolean;
}

/**
 * Words of a sentence that can be nothing but somebody's name: what the dictionary does not know and the hidden Markov model
 * puts together behind a surname (何|发奎), a surname that the dictionary takes for one with the word behind it (陶|红梅), and
 * whole names that it knows (长青, 卫东 behind 粟) unless a second dictionary takes them for a word (雷同, 顾客).
 */
export function nameWords(sentence: string): NameWords {
  const found: NameWords['names'] = [];
  const starts = new Map<number, { word: string; tag: string }>();
  const words = jieba().tag(sentence, true);
  let from = 0;
  for (let i = 0; i < words.length; i += 1) {
    const { tag, word } = words[i] ?? { tag: '', word: '' };
    starts.set(from, { tag, word });
    const next = words[i + 1];
    const size = surnameOf(word);
    const put = (name: string, isKnown = false) => found.push({ name, from, to: from + name.length, isKnown });
    if (tag === 'x' && han.test(word) && size > 0 && word.length > size && word.length <= size + 3) {
      const name = word.slice(0, size + 2);
      if (!(name.length === size + 1 && verbEnd.test(name))) put(name);
    } else if (
      isSurname(word) &&
      next &&
      han.test(next.word) &&
      next.word.length <= 2 &&
      (tag === 'nr' || (next.tag === 'x' && (size === 2 || (next.word.length === 2 && !things.test(word)))))
    )
      put(word + next.word);
    else if (tag.startsWith('nr') && size > 0 && word.length > size && word.length <= size + 2 && !isWord(word))
      put(word, true);
    from += word.length;
  }
  const mayBe = (at: number, to: number): boolean => {
    const first = starts.get(at);
    // What the model has guessed may be cut otherwise: 对许|建平.
    if (!first)
      return [1, 2, 3].some((back) => {
        const around = starts.get(at - back);
        return around?.tag === 'x' && around.word.length > back;
      });
    // Ends within a word that began before: 农产|品, 查|处.
    if (at + first.word.length >= to && !/^(?:x|nr)/.test(first.tag))
      return (
        (first.word.length === 1 && !things.test(first.word)) ||
        (at + first.word.length === to && isSurname(first.word))
      );
    return !(first.word.length === 1 && things.test(first.word) && !/^(?:x|nr)/.test(first.tag));
  };
  const isCut = (at: number) =>
    !starts.has(at) &&
    [1, 2, 3].some((back) => {
      const around = starts.get(at - back);
      return around !== undefined && around.tag !== 'x' && around.word.length > 3 && around.word.length > back;
    });
  return { names: found, mayBe, isCut };
}

const isWord = (text: string): boolean => runtimeWords(text).length === 1;
