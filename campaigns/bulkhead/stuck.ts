import { AsyncLocalStorage } from 'node:async_hooks';
import { plainWords } from './plain-words.ts';

/** One thing that could not be dealt with, while everything beside it was. */
export interface Stuck {
  /** Stays the same while the thing is stuck, so that one can say since when: kind and id, e.g. `story 0198…`. */
  item: string;
  /** For people: what it is, e.g. “稿件《…》”. */
  title: string;
  /** One Chinese sentence: what went wrong. */
  error: string;
}

const collectors = new AsyncLocalStorage<Stuck[]>();

/**
 * Runs some work and gathers what gets stuck in it, however deep: the loops in between need not hand it through.
 * Rejects as `work` does.
 */
export async function gather<T>(work: () => Promise<T>): Promise<{ value: T; stuck: Stuck[] }> {
  const stuck: Stuck[] = [];
  return { value: await collectors.run(stuck, work), stuck };
}

/** As `gather`, but what was gathered before a failure is kept with it. */
export async function gatherAll(work: () => Promise<unknown>): Promise<{ error: string | null; stuck: Stuck[] }> {
  const stuck: Stuck[] = [];
  try {
    await collectors.run(stuck, work);
    return { error: null, stuck };
  } catch (error) {
    return { error: plainWords(error), stuck };
  }
}

const said = new Map<string, number>();
const sayAgainMs = 3_600_000;

/** Tells of something that is stuck: to whoever gathers, or else to the log of the process. */
export function tellStuck(item: string, title: string, error: unknown): void {
  if (noteStuck(item, title, error)) return;
  // What is read twice a second would fill the log.
  const now = performance.now();
  if (now - (said.get(item) ?? -Infinity) < sayAgainMs) return;
  if (said.size > 1000) said.clear();
  said.set(item, now);
  process.stderr.write(`  [卡住] ${title}：${plainWords(error)}\n`);
}

/** As `tellStuck`, for what has a log of its own: only to whoever gathers. @returns false when nobody does */
export function noteStuck(item: string, title: string, error: unknown): boolean {
  const collector = collectors.getStore();
  collector?.push({ item, title, error: plainWords(error) });
  return collector !== undefined;
}
