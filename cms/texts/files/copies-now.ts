import type { Payload } from 'payload';
import { fileCopies, type FileCopies } from './file-copies.ts';

/** Milliseconds for which the copies are remembered: a page asks many times. */
const remembered = 1000;
const known = new WeakMap<Payload, { askedAt: number; copies: Promise<FileCopies> }>();

/** The copies of all files, at most one query a second. */
export function copiesNow(payload: Payload): Promise<FileCopies> {
  const before = known.get(payload);
  if (before && performance.now() - before.askedAt < remembered) return before.copies;
  const now = { askedAt: performance.now(), copies: fileCopies(payload) };
  known.set(payload, now);
  now.copies.catch(() => (known.get(payload) === now ? known.delete(payload) : false));
  return now.copies;
}

/** Something has been agreed to: the next reading asks the database. Told before anything is rendered anew. */
export const forgetCopies = (payload: Payload): void => void known.delete(payload);
