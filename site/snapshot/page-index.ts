import type { Meta } from './entry.ts';

/** A kept page and how far it may be shown. */
export interface Page {
  meta: Meta;
  /** False from an invalidation (or a start) until the page has been rendered again. */
  fresh: boolean;
  /** Since when something that is new is missing on it while nothing on it is wrong, by `performance.now()`; absent: it may be wrong. */
  lacksSince?: number;
}

/** Which pages are kept, which of them may be shown without rendering, and which tags they depend on. In memory. */
export class PageIndex {
  #pages = new Map<string, Page>();
  #byTag = new Map<string, Set<string>>();

  get(key: string): Page | undefined {
    return this.#pages.get(key);
  }

  get size(): number {
    return this.#pages.size;
  }

  set(meta: Meta, fresh: boolean): void {
    this.delete(meta.key);
    this.#pages.set(meta.key, { meta, fresh });
    for (const tag of meta.tags) {
      const keys = this.#byTag.get(tag) ?? new Set();
      this.#byTag.set(tag, keys.add(meta.key));
    }
  }

  delete(key: string): void {
    for (const tag of this.#pages.get(key)?.meta.tags ?? []) {
      const keys = this.#byTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#byTag.delete(tag);
    }
    this.#pages.delete(key);
  }

  /** Keys that show something of `tags`; the tag `all` means every page. */
  affected(tags: readonly string[]): string[] {
    if (tags.includes('all')) return [...this.#pages.keys()];
    return [...new Set(tags.flatMap((tag) => [...(this.#byTag.get(tag) ?? [])]))];
  }

  /**
   * Returns the keys that are known.
   * @param lacksSince when the pages only lack something new since then; what may be wrong already stays so
   */
  markStale(keys: Iterable<string>, lacksSince?: number): string[] {
    const marked: string[] = [];
    for (const key of keys) {
      const page = this.#pages.get(key);
      if (!page) continue;
      if (lacksSince === undefined) delete page.lacksSince;
      else if (page.fresh) page.lacksSince = lacksSince;
      page.fresh = false;
      marked.push(key);
    }
    return marked;
  }

  keys(): string[] {
    return [...this.#pages.keys()];
  }

  stale(): string[] {
    return [...this.#pages].filter(([, page]) => !page.fresh).map(([key]) => key);
  }
}
