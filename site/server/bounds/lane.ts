export interface LaneOptions {
  /** How many works run at once. */
  width: number;
  /** How many wait; one more is refused at once. */
  queue: number;
  /** How many of those may come from one client. */
  perClient: number;
  /** The part of the time, 0 < share ≤ 1, that one runner works: after each work it rests, so that others get the processor. */
  share?: number;
}

/** The lane is full: answer 503 and say when to come again. */
export class Busy extends Error {
  constructor() {
    super('现在访问的人太多');
  }
}

interface Waiting {
  client: string;
  begin: () => void;
}

/**
 * A budget for one kind of work that anybody may ask for. First come, first served; what does not fit is refused at once
 * instead of piling up, and nobody can fill the queue alone.
 */
export class Lane {
  #options: Required<LaneOptions>;
  #running = 0;
  #waiting: Waiting[] = [];

  constructor(options: LaneOptions) {
    this.#options = { share: 1, ...options };
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** @throws Busy without having begun; else what `work` gives or throws. */
  async run<T>(client: string, work: () => Promise<T>): Promise<T> {
    const { width, queue, perClient } = this.#options;
    if (this.#running < width) this.#running += 1;
    else {
      if (this.#waiting.length >= queue || this.#waiting.filter((w) => w.client === client).length >= perClient)
        throw new Busy();
      await new Promise<void>((begin) => this.#waiting.push({ client, begin }));
    }
    const from = performance.now();
    try {
      return await work();
    } finally {
      this.#rest(performance.now() - from);
    }
  }

  /** The place is handed on after the rest; the visitor does not wait for it. */
  #rest(worked: number): void {
    const pause = worked * (1 / this.#options.share - 1);
    const next = () => {
      const first = this.#waiting.shift();
      if (first) first.begin();
      else this.#running -= 1;
    };
    if (pause < 1) next();
    else setTimeout(next, Math.min(pause, 1_000)).unref();
  }
}
