import type { TypedContent } from './typed-content.ts';

/** What somebody has typed and not saved. */
export interface Kept {
  content: TypedContent;
  /** ISO 8601. */
  keptAt: string;
}

const keyOf = (personId: string, storyId: string | null): string => `cx-typed:${personId}:${storyId ?? 'new'}`;

/** After this long nobody comes back for it. */
const keptDays = 30;

/** A place on this computer, as `localStorage`: it outlives a crash, a lost network and an expired log-in. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** @returns false when the browser has no room or allows none. */
export function keepHere(shelf: Shelf, personId: string, storyId: string | null, kept: Kept): boolean {
  try {
    shelf.setItem(keyOf(personId, storyId), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** What was kept here, or null; what cannot be read or is too old is thrown away. */
export function readHere(shelf: Shelf, personId: string, storyId: string | null, now: Date): Kept | null {
  try {
    const kept = JSON.parse(shelf.getItem(keyOf(personId, storyId)) ?? 'null') as Kept | null;
    const age = kept ? now.getTime() - Date.parse(kept.keptAt) : 0;
    if (kept && typeof kept.content === 'object' && kept.content !== null && age < keptDays * 86_400_000) return kept;
    if (kept) dropHere(shelf, personId, storyId);
    return null;
  } catch {
    return null;
  }
}

export function dropHere(shelf: Shelf, personId: string, storyId: string | null): void {
  try {
    shelf.removeItem(keyOf(personId, storyId));
  } catch {
    // Where nothing can be kept there is nothing to throw away.
  }
}

/** The later of two. */
export const laterKept = (a: Kept | null, b: Kept | null): Kept | null => (a && b ? (Date.parse(a.keptAt) >= Date.parse(b.keptAt) ? a : b) : (a ?? b));
