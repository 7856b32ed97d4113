import { canonicalJson } from '../../words/canonical.ts';
import type { KindName } from './kinds.ts';
import { nameOfWords, publicFields, type FileWords } from './file-words.ts';

/** How words came to be public: with the product, with a later version of it, as they stood at installation, or agreed to. */
export type Origin = 'product' | 'upgrade' | 'installed' | 'agreed';

export interface Known {
  words: FileWords;
  origin: Origin;
}

/** Why the words of a file wait. */
export type Waits = 'new' | 'changed' | 'upgrade';

export interface Standing {
  /** What the public reads; null: nothing of this file. */
  shown: FileWords | null;
  waits: Waits | null;
}

const isProducts = (origin: Origin): boolean => origin === 'product' || origin === 'upgrade';

/**
 * Pure. What the public reads of a file: its words, where they came with the product or somebody has agreed to them; else
 * what it read before, less what has been taken away.
 * @param now what the file says
 * @param known what the public read last; null: nobody has ever said anything about it
 * @param shipped the name of the wording that this version of the product brings; undefined: it brings no such file
 */
export function stand(kind: KindName, now: FileWords, known: Known | null, shipped: string | undefined): Standing {
  const name = nameOfWords(now);
  if (known && nameOfWords(known.words) === name) return { shown: now, waits: null };
  const isShipped = name === shipped;
  // Nobody in this city had a wording of their own: it comes with the product, as its code does.
  if (isShipped && (!known || isProducts(known.origin))) return { shown: now, waits: null };
  if (!known) return { shown: null, waits: 'new' };
  const shown = less(kind, known.words, now);
  if (nameOfWords(shown) === name) return { shown: now, waits: null };
  return { shown, waits: isShipped ? 'upgrade' : 'changed' };
}

/** What was public, without the fields and rows that the file no longer has: taking away waits for nobody. */
function less(kind: KindName, before: FileWords, now: FileWords): FileWords {
  const left = publicFields(kind).flatMap(([path]) => {
    if (!(path in before) || !(path in now)) return [];
    const [was, is] = [before[path], now[path]];
    if (!Array.isArray(was) || !Array.isArray(is)) return [[path, was] as const];
    const [old, stay] = [new Set(was.map(canonicalJson)), new Set(is.map(canonicalJson))];
    // A row that was rewritten is a change, not a row less.
    return [
      [path, [...stay].every((row) => old.has(row)) ? was.filter((row) => stay.has(canonicalJson(row))) : was] as const,
    ];
  });
  return Object.fromEntries(left);
}
