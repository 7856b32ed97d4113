import type { Content } from './same-content.ts';

/** What somebody has typed and not saved. */
export interface Kept {
  content: Content;
  /** ISO 8601. */
  keptAt: string;
  /** The version on which it was typed; absent in what older programs kept. */
  version?: string | null;
  /** Of a row that does not exist yet: which form it was, so that its row is not made twice. */
  key?: string | null;
}

/** Stories have kept theirs under shorter names since before other forms kept any. */
const keyOf = (personId: string, target: string): string => `cx-typed:${personId}:${target.replace(/^stories\//, '')}`;

/** After this long nobody comes back for it. */
const keptDays = 30;

/** A place on this computer, as `localStorage`: it outlives a crash, a lost network and an expired log-in. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** @returns false when the browser has no room or allows none. */
export function keepHere(shelf: Shelf, personId: string, target: string, kept: Kept): boolean {
  try {
    shelf.setItem(keyOf(personId, target), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** What was kept here, or null; what cannot be read or is too old is thrown away. */
export function readHere(shelf: Shelf, personId: string, target: string, now: Date): Kept | null {
  try {
    const kept = JSON.parse(shelf.getItem(keyOf(personId, target)) ?? 'null') as Kept | null;
    const age = kept ? now.getTime() - Date.parse(kept.keptAt) : 0;
    if (kept && typeof kept.content === 'object' && kept.content !== null && age < keptDays * 86_400_000) return kept;
    if (kept) dropHere(shelf, personId, target);
    return null;
  } catch {
    return null;
  }
}

export function dropHere(shelf: Shelf, personId: string, target: string): void {
  try {
    shelf.removeItem(keyOf(personId, target));
  } catch {
    // Where nothing can be kept there is nothing to throw away.
  }
}

/** The later of two. */
export const laterKept = (a: Kept | null, b: Kept | null): Kept | null =>
  a && b ? (Date.parse(a.keptAt) >= Date.parse(b.keptAt) ? a : b) : (a ?? b);

/** Where an earlier copy waits while its writer has typed on without deciding about it. */
export const undecided = (target: string): string => `${target}:before`;
