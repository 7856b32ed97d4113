import { createLocalReq, type Payload } from 'payload';
import { agreedCopy, keepCopy } from './agreed-copies.ts';
import type { SubjectSlug } from './subjects.ts';
import { wordingOf, type Wording } from './wording.ts';
import { writersOf } from './writers.ts';
import type { Held } from '../columns/stored.ts';

/**
 * Words that waited for a second person have been agreed to on another way: they stand in what three reviews have signed.
 * A row that nobody had to agree to, or that somebody has agreed to, stays as it is.
 * @param row in the words that are to be public
 * @returns what the public reads; null when nobody had to agree
 */
export async function settleCopy(
  payload: Payload,
  subject: SubjectSlug,
  row: { id: string; writers?: Held<'writers'>; [field: string]: unknown },
  at: Date,
): Promise<Wording | null> {
  const writers = writersOf(row);
  const copy = await agreedCopy(payload, subject, row.id);
  if (writers.length === 0 || copy) return copy?.words ?? null;
  const req = await createLocalReq({}, payload);
  const words = wordingOf(subject, row);
  await keepCopy(req, subject, row.id, words, { writers, by: null, note: '随新版签发', since: at.toISOString() });
  return words;
}
