import { loadNamed } from './load-named.ts';
import { lexiconSchema, type Lexicon } from '../checks/lexicon/lexicon.ts';

/**
 * The word lists of `content/lexicons/`.
 * @param root the repository root
 * @throws ContentError naming the file and the field that is wrong
 */
export const loadLexicons = (root: string): Promise<Lexicon[]> =>
  loadNamed(root, 'content/lexicons', lexiconSchema, ({ slug }) => slug);
