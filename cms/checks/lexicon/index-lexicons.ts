import { fold } from '../fold/fold.ts';
import { words } from '../fold/words.ts';
import type { Lexicon, LexiconEntry } from './lexicon.ts';

export interface IndexedEntry extends LexiconEntry {
  rule: string;
  /** As it stands in a text of `words()`. */
  key: string;
  allowed: string[];
  /** The very characters that are wrong, where only these are (信用中囯): the text holds them too, not the simplified ones. */
  written: string | null;
}

/** Entries by their first character, the longest first, so that one pass over a text finds them all. */
export type LexiconIndex = ReadonlyMap<string, readonly IndexedEntry[]>;

const plain = (expression: string) => fold(expression.normalize('NFC'), false);

/** An expression as it would stand in a text: a blank or a dot between its characters hides it there, and so here. */
const searched = (expression: string): string => words(plain(expression)).text.trim();

/** The same with the characters that were written: two entries that differ in these alone are two. */
export const asWritten = (expression: string): string => words({ text: plain(expression).written }).text.trim();

/** What must have been written, where the characters alone are wrong. */
function writtenIn({ right, wrong }: LexiconEntry): string | null {
  if (searched(right) !== searched(wrong)) return null;
  return asWritten(wrong);
}

export function indexLexicons(lexicons: readonly Lexicon[]): LexiconIndex {
  const index = new Map<string, IndexedEntry[]>();
  for (const { slug, group, entries } of lexicons) {
    for (const entry of entries) {
      const key = searched(entry.wrong);
      if (key === '') continue;
      const rule = group === 'insult' ? 'insult/word' : `${group}/${slug}`;
      const first = key[0] ?? '';
      index.set(first, [
        ...(index.get(first) ?? []),
        { ...entry, rule, key, allowed: entry.allow.map(searched), written: writtenIn(entry) },
      ]);
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.key.length - a.key.length);
  return index;
}
