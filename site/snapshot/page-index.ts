import type { Meta } from './entry.ts';

interface Page {
  meta: Meta;
  /** False from an invalidation (or a start) until the page has been rendered again. */
  fresh: boolean;
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

  /** Returns the keys that are known. */
  markStale(keys: Iterable<string>): string[] {
    const marked: string[] = [];
    for (const key of keys) {
      const page = this.#pages.get(key);
      if (!page) continue;
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
