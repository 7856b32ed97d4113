import { untilOf } from '../../cms/read/nouns.ts';

/** Something that goes by itself at an instant (ISO 8601), and the tags of the pages that show it. */
export interface Ending {
  at: string;
  tags: readonly string[];
}

/** Knows of every page when it is over: the earliest end of anything that it shows. */
export class Horizon {
  /** Tag → the earliest end behind it, in milliseconds. */
  #ends = new Map<string, number>();

  set(endings: readonly Ending[]): void {
    this.#ends.clear();
    for (const { at, tags } of endings) {
      const end = Date.parse(at);
      // One instant that is none must not make that of every page beside it none.
      if (Number.isNaN(end)) continue;
      for (const tag of tags) this.#ends.set(tag, Math.min(end, this.#ends.get(tag) ?? Number.POSITIVE_INFINITY));
    }
  }

  /** The end of a page with these tags, ISO 8601; null when it has none. */
  of(tags: readonly string[]): string | null {
    const ends = [untilOf(tags), ...tags.map((tag) => this.#ends.get(tag) ?? null)].filter((end) => end !== null);
    const first = ends.reduce((earliest, end) => Math.min(earliest, end), Number.POSITIVE_INFINITY);
    return Number.isFinite(first) ? new Date(first).toISOString() : null;
  }
}
