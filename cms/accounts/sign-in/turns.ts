/** Too many wait already. */
export class Crowded extends Error {}

interface Waiting {
  client: string;
  go(): void;
}

/**
 * Lets so many pieces of heavy work run at once; the others wait, one client not in the place of all. Comparing a password
 * takes a third of a second of a core: without this a flood of log-ins takes every core.
 */
export class Turns {
  private running = 0;
  private readonly waiting: Waiting[] = [];

  private readonly bounds: { width: number; queue: number; perClient: number };

  constructor(bounds: { width: number; queue: number; perClient: number }) {
    this.bounds = bounds;
  }

  /** Whether one more would find a place. */
  hasRoom(client: string): boolean {
    const { perClient, queue, width } = this.bounds;
    return (
      this.running < width ||
      (this.waiting.length < queue && this.waiting.filter((other) => other.client === client).length < perClient)
    );
  }

  /** @throws Crowded at once when no place is left in the queue */
  async run<T>(client: string, work: () => Promise<T>): Promise<T> {
    if (!this.hasRoom(client)) throw new Crowded();
    if (this.running >= this.bounds.width) {
      await new Promise<void>((go) => this.waiting.push({ client, go }));
    } else this.running += 1;
    try {
      return await work();
    } finally {
      // The place goes on to the next, or becomes free.
      const following = this.waiting.shift();
      if (following) following.go();
      else this.running -= 1;
    }
  }
}
