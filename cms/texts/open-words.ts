import type { Payload } from 'payload';
import { storedCopies, type AgreedCopy } from './agreed-copies.ts';
import type { SubjectSlug } from './subjects.ts';
import { wordingName, wordingOf, type Wording } from './wording.ts';
import { writersOf, type Writer } from './writers.ts';
import type { Held } from '../columns/stored.ts';

interface Row {
  id: string;
  writers?: Held<'writers'>;
}

/** Words of a row that nobody but who wrote them stands for. */
export interface OpenWords<T extends Row = Row> {
  row: T;
  words: Wording;
  writers: Writer[];
}

/** Null when the row's words are what the public reads, or nobody has to agree to them. @throws when they cannot be read */
export function openWordsOf<T extends Row>(subject: SubjectSlug, row: T, copy: AgreedCopy | null): OpenWords<T> | null {
  const [words, writers] = [wordingOf(subject, row), writersOf(row)];
  const settled = copy ? copy.version === wordingName(words) : writers.length === 0;
  return settled ? null : { row, words, writers };
}

/** The same of several rows. @throws when one cannot be read */
export async function openWords<T extends Row>(
  payload: Payload,
  subject: SubjectSlug,
  rows: readonly T[],
): Promise<OpenWords<T>[]> {
  if (rows.length === 0) return [];
  const copies = await storedCopies(
    payload,
    subject,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => openWordsOf(subject, row, copies.get(row.id)?.() ?? null) ?? []);
}
