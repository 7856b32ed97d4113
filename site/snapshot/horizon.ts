import { untilOf } from '../../cms/read/nouns.ts';

/** Something that goes, or comes, by itself at an instant (ISO 8601), and the tags of the pages that show it. */
export interface Turn {
  at: string;
  tags: readonly string[];
}

/** Knows of every page when it is over, the earliest end of anything that it shows; and when it lacks something. */
export class Horizon {
  /** Tag → the earliest end behind it, in milliseconds. */
  #ends = new Map<string, number>();
  /** Tag → every beginning behind it. */
  #beginnings = new Map<string, number[]>();

  set(endings: readonly Turn[], beginnings: readonly Turn[] = []): void {
    this.#ends.clear();
    this.#beginnings.clear();
    for (const { at, tags } of beginnings) {
      const begin = Date.parse(at);
      if (Number.isNaN(begin)) continue;
      for (const tag of tags) this.#beginnings.set(tag, [...(this.#beginnings.get(tag) ?? []), begin]);
    }
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

  /** The first beginning after `now` of what a page with these tags will have to show, ISO 8601; null when it has none. */
  next(tags: readonly string[], now: number): string | null {
    const ahead = tags.flatMap((tag) => this.#beginnings.get(tag) ?? []).filter((begin) => begin > now);
    const first = ahead.reduce((earliest, begin) => Math.min(earliest, begin), Number.POSITIVE_INFINITY);
    return Number.isFinite(first) ? new Date(first).toISOString() : null;
  }
}
