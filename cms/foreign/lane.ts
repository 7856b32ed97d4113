import type { Limits } from './job.ts';
import { Reader } from './reader.ts';
import { ForeignRefused } from './refused.ts';

const idleMs = 60_000;
/** Native memory is given back only by ending: after so many files a fresh process. */
const mostAnswers = 200;
const mostWaiting = 40;

/** A queue of one: jobs in the order in which they came, in one process that is kept warm and replaced when it died. */
export class Lane {
  readonly #root: string | undefined;
  #reader: Reader | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(root?: string) {
    this.#root = root;
  }

  /** @throws ForeignRefused */
  run(module: string, input: unknown, limits: Limits): Promise<unknown> {
    if (this.#waiting >= mostWaiting) return Promise.reject(new ForeignRefused('busy'));
    this.#waiting += 1;
    const mine = this.#queue
      .then(() => this.#read(module, input, limits))
      .finally(() => {
        this.#waiting -= 1;
        this.#rest();
      });
    this.#queue = mine.catch(() => undefined);
    return mine;
  }

  /** Ends the process; the next job gets a new one. */
  close(): void {
    clearTimeout(this.#idle);
    this.#reader?.close();
    this.#reader = null;
  }

  async #read(module: string, input: unknown, limits: Limits): Promise<unknown> {
    clearTimeout(this.#idle);
    const reader = this.#ready();
    const isFresh = reader.answered === 0;
    try {
      return await reader.ask(module, input, limits);
    } catch (error) {
      const mayBeInnocent =
        error instanceof ForeignRefused && (error.reason === 'died' || error.reason === 'memory') && !isFresh;
      if (!mayBeInnocent) throw error;
      // An earlier file may have broken the process; this one is judged by a process that has read nothing else.
      return this.#ready().ask(module, input, limits);
    }
  }

  #ready(): Reader {
    if (!this.#reader?.isAlive || this.#reader.answered >= mostAnswers) {
      this.#reader?.close();
      this.#reader = new Reader(this.#root);
    }
    return this.#reader;
  }

  #rest(): void {
    if (this.#waiting > 0) return;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.close(), idleMs);
    this.#idle.unref();
  }
}
