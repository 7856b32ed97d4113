import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate } from 'node:timers';

/** How long one piece of work may keep the process to itself before somebody else gets a turn, in milliseconds. */
const turnMs = 8;

const undivided = new AsyncLocalStorage<true>();
const waiting: (() => void)[] = [];
let turnBegan = performance.now();

/** One at a time, and sockets and timers between two of them: woken together, their statements would take turns among themselves. */
function wakeNext(): void {
  turnBegan = performance.now();
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(wakeNext);
}

/**
 * Gives others a turn when this one has been long. SQLite answers at once, so everything that awaits only the database runs
 * on without ever letting the process look at its sockets and timers: a signing of a tenth of a second was a tenth of a
 * second in which no page was sent. Ask before a statement that reads.
 */
export async function takeTurns(): Promise<void> {
  if (performance.now() - turnBegan < turnMs || isOneTurn()) return;
  const mine = new Promise<void>((done) => waiting.push(done));
  if (waiting.length === 1) setImmediate(wakeNext);
  await mine;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs `work` after every other one of its kind, without a turn for others between its statements. What is asked for inside
 * is part of it. It may await the database alone: whoever waits in there for another such work waits for ever.
 */
export function asOneTurn<T>(work: () => Promise<T>): Promise<T> {
  if (isOneTurn()) return work();
  const mine = last.then(() => undivided.run(true, work));
  last = mine.catch(() => undefined);
  return mine;
}

const isOneTurn = (): boolean => undivided.getStore() === true;
