import { createHmac } from 'node:crypto';
import type { Finding } from '../../checks/finding.ts';

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{Cf}]/gu, '');

/**
 * Knows a finding again: rule, level and advice (which repeat the entry of the word list, so that a changed entry is a
 * new question) and the words themselves, as a keyed hash, because a telephone number can be guessed from a plain one.
 * @param snippet what was found, with its surroundings where these decide
 */
export const markOf = (
  { rule, level, mend }: Pick<Finding, 'rule' | 'level' | 'mend'>,
  snippet: string,
  secret: string,
): string =>
  createHmac('sha256', `${secret}:check-memory`)
    .update([rule, level, mend, plain(snippet)].join('\n'))
    .digest('base64url')
    .slice(0, 32);

/** Knows a finding again among those of one wording, wherever in it: the advice repeats the entry of the word list. Holds nothing but what the finding shows. */
export const findingKey = ({ mend, rule, text }: Pick<Finding, 'rule' | 'text' | 'mend'>): string =>
  [rule, text, mend].join('\n');
