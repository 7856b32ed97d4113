import type { Payload } from 'payload';
import { readable } from '../../campaigns/bulkhead/each.ts';
import { storedCopies, type AgreedCopy } from './agreed-copies.ts';
import { subjects, type SubjectSlug } from './subjects.ts';
import { withWording } from './wording.ts';
import { writersOf } from './writers.ts';
import type { Held } from '../columns/stored.ts';

interface Row {
  id: string;
  writers?: Held<'writers'>;
}

/** A row as the public reads it; null while nobody has agreed to any words of it. */
function publicRow<T extends Row>(subject: SubjectSlug, row: T, copy: AgreedCopy | null): T | null {
  if (copy) return withWording(subject, row, copy.words);
  return writersOf(row).length === 0 ? row : null;
}

/** A row as the public reads it, and since when by somebody's agreement (ISO 8601); null: nobody had to agree. */
export interface AgreedRow<T> {
  row: T;
  since: string | null;
  /** Why the checks were held to be wrong about these words; null: nobody had to say. */
  reason: string | null;
}

/** The same as `publicRows`, each with the instant of the agreement. */
export async function agreedRows<T extends Row>(
  payload: Payload,
  subject: SubjectSlug,
  rows: readonly T[],
): Promise<AgreedRow<T>[]> {
  if (rows.length === 0) return [];
  const copies = await storedCopies(
    payload,
    subject,
    rows.map(({ id }) => id),
  );
  const named = ({ id }: T) => [`${subject} ${id}`, `${subjects[subject].noun}（${id}）的公开文字`] as const;
  return readable(rows, named, (row): AgreedRow<T>[] => {
    const copy = copies.get(row.id)?.() ?? null;
    const shown = publicRow(subject, row, copy);
    return shown ? [{ row: shown, since: copy?.since ?? null, reason: copy?.reason ?? null }] : [];
  }).flat();
}

/**
 * The one door through which short public texts are read: each row in the words that two people stand for. A row of
 * which nobody has agreed to any words is not among them, and neither is one that cannot be read.
 * @param rows with `id`, `writers` and the fields of the subject
 */
export async function publicRows<T extends Row>(
  payload: Payload,
  subject: SubjectSlug,
  rows: readonly T[],
): Promise<T[]> {
  return (await agreedRows(payload, subject, rows)).map(({ row }) => row);
}

/** Since when the public reads the words of each row (ISO 8601), by its id; rows of which it reads none are left out. */
export async function publicSince<T extends Row & { updatedAt: string }>(
  payload: Payload,
  subject: SubjectSlug,
  rows: readonly T[],
): Promise<Map<string, string>> {
  return new Map((await agreedRows(payload, subject, rows)).map(({ row, since }) => [row.id, since ?? row.updatedAt]));
}
