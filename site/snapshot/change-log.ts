/** Remembers recent invalidations, so that a rendering can ask whether it was overtaken by one. */
export class ChangeLog {
  #generation = 0;
  #recent: { generation: number; tags: Set<string> }[] = [];
  #size: number;

  constructor(size = 1024) {
    this.#size = size;
  }

  /** Grows with every invalidation. A rendering notes it before it reads any data. */
  get generation(): number {
    return this.#generation;
  }

  add(tags: readonly string[]): void {
    this.#generation += 1;
    this.#recent.push({ generation: this.#generation, tags: new Set(tags) });
    if (this.#recent.length > this.#size) this.#recent.shift();
  }

  /** True when something that has one of `tags` changed after `generation`; in doubt true. */
  overtook(generation: number, tags: readonly string[]): boolean {
    if (generation === this.#generation) return false;
    const oldest = this.#recent[0]?.generation ?? 0;
    if (generation < oldest - 1) return true;
    return this.#recent.some(
      (change) =>
        change.generation > generation && (change.tags.has('all') || tags.some((tag) => change.tags.has(tag))),
    );
  }
}
