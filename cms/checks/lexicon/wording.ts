import type { TextCheck } from '../text-check.ts';
import { findWords } from './find-words.ts';

/** Wrong expressions of the word lists (G15). */
export const wording: TextCheck = {
  group: null,
  find: ({ folded, joined }, { lexicons }) => (lexicons ? findWords(joined, lexicons, folded.written) : []),
};
