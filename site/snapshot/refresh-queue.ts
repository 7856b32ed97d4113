/** Renders stale pages again, a few at a time, each key at most once in the queue. */
export class RefreshQueue {
  #waiting = new Set<string>();
  #running = 0;
  #idle: (() => void)[] = [];
  #width: number;
  #work: (key: string) => Promise<void>;

  constructor(width: number, work: (key: string) => Promise<void>) {
    this.#width = width;
    this.#work = work;
  }

  add(keys: Iterable<string>): void {
    for (const key of keys) this.#waiting.add(key);
    this.#pump();
  }

  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void> {
    if (this.#running === 0 && this.#waiting.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  clear(): void {
    this.#waiting.clear();
  }

  #pump(): void {
    while (this.#running < this.#width) {
      const [key] = this.#waiting;
      if (key === undefined) break;
      this.#waiting.delete(key);
      this.#running += 1;
      void this.#work(key)
        .catch(() => undefined)
        .finally(() => {
          this.#running -= 1;
          this.#pump();
        });
    }
    if (this.#running === 0 && this.#waiting.size === 0) for (const done of this.#idle.splice(0)) done();
  }
}
