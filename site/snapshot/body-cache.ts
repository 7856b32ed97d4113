import type { Entry } from './entry.ts';

/** The bodies most recently asked for, up to a number of bytes. */
export class BodyCache {
  #entries = new Map<string, Entry>();
  #bytes = 0;
  #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string, hash: string): Entry | null {
    const entry = this.#entries.get(key);
    if (!entry || entry.meta.hash !== hash) return null;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }

  set(entry: Entry): void {
    this.delete(entry.meta.key);
    // One large file must not drive out all the small pages.
    if (entry.body.byteLength > this.#limit / 8) return;
    this.#entries.set(entry.meta.key, entry);
    this.#bytes += entry.body.byteLength;
    for (const key of this.#entries.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.delete(key);
    }
  }

  delete(key: string): void {
    const old = this.#entries.get(key);
    if (!old) return;
    this.#bytes -= old.body.byteLength;
    this.#entries.delete(key);
  }
}
