import { AsyncLocalStorage } from 'node:async_hooks';

/** How long one piece of work may keep the process to itself before somebody else gets a turn, in milliseconds. */
const turnMs = 8;

const undivided = new AsyncLocalStorage<true>();
let turnBegan = performance.now();
let waiting: Promise<void> | null = null;

/**
 * Gives others a turn when this one has been long. SQLite answers at once, so everything that awaits only the database runs
 * on without ever letting the process look at its sockets and timers: a signing of a tenth of a second was a tenth of a
 * second in which no page was sent. Ask before a statement that reads: between the statements of one write nobody may look.
 */
export async function takeTurns(): Promise<void> {
  if (performance.now() - turnBegan < turnMs || undivided.getStore()) return;
  await (waiting ??= new Promise((done) => setImmediate(() => {
    waiting = null;
    turnBegan = performance.now();
    done();
  })));
}

/** Runs `work` without a turn for others between its statements, as long as it awaits nothing but the database. */
export const asOneTurn = <T>(work: () => Promise<T>): Promise<T> => undivided.run(true, work);
