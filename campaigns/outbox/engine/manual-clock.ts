import type { Clock } from '../../ports/clock.ts';
import { least } from '../../lists/least.ts';

interface Sleeper {
  at: number;
  wake(): void;
}

/** A clock that moves only when told. */
export interface ManualClock extends Clock {
  /** Moves on by `ms` and wakes whoever was to wake by then. */
  advance(ms: number): void;
  /** The same, to an instant; never back. */
  advanceTo(instant: Date): void;
  /** Sets any instant, also an earlier one, and wakes nobody: for running the same days again. */
  set(instant: Date): void;
}

/**
 * `sleep` moves this clock by itself (on the next turn of the event loop, earliest sleeper first), so that code which
 * waits can be simulated without waiting; with `stepped` sleepers wait for `advance`.
 */
export const createManualClock = (start: Date | string, options: { stepped?: boolean } = {}): ManualClock =>
  new SteppedClock(start, options.stepped ?? false);

class SteppedClock implements ManualClock {
  #now: number;
  readonly #stepped: boolean;
  #sleepers: Sleeper[] = [];

  constructor(start: Date | string, stepped: boolean) {
    this.#now = new Date(start).getTime();
    this.#stepped = stepped;
  }

  now(): Date {
    return new Date(this.#now);
  }

  advance(ms: number): void {
    this.advanceTo(new Date(this.#now + ms));
  }

  set(instant: Date): void {
    this.#now = instant.getTime();
  }

  advanceTo(instant: Date): void {
    this.#now = Math.max(this.#now, instant.getTime());
    const due = this.#sleepers.filter((s) => s.at <= this.#now).sort((a, b) => a.at - b.at);
    this.#sleepers = this.#sleepers.filter((s) => s.at > this.#now);
    for (const sleeper of due) sleeper.wake();
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted || ms <= 0) return resolve();
      const sleeper: Sleeper = { at: this.#now + Math.ceil(ms), wake: resolve };
      this.#sleepers.push(sleeper);
      signal?.addEventListener(
        'abort',
        () => {
          this.#sleepers = this.#sleepers.filter((s) => s !== sleeper);
          resolve();
        },
        { once: true },
      );
      if (!this.#stepped) setImmediate(() => this.#wakeFirst(sleeper));
    });
  }

  #wakeFirst(sleeper: Sleeper): void {
    while (this.#sleepers.includes(sleeper)) {
      this.advanceTo(new Date(least(this.#sleepers.map((s) => s.at)) ?? sleeper.at));
    }
  }
}
