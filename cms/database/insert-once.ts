import { ValidationError } from 'payload';
import type { CollectionSlug, DatabaseAdapter } from 'payload';

/**
 * True when an insert failed only because a row with one of these unique keys exists: somebody else was first. Both
 * adapters turn a unique violation into this one error; told by the field, not by the sentence: its words are for people and change.
 */
export function isTaken(error: unknown, keys: readonly string[]): boolean {
  if (!(error instanceof ValidationError)) return false;
  const { errors } = error.data;
  return errors.length > 0 && errors.every(({ path }) => keys.includes(path));
}

/**
 * Inserts and returns the row, or null when one of its unique keys is taken. Any other failure is thrown. This is the
 * only lock that the project knows.
 * @param keys unique fields that the caller fills with valid values, so that an error at them can mean nothing else
 */
export async function insertOnce<T>(keys: readonly string[], insert: () => Promise<T>): Promise<T | null> {
  try {
    return await insert();
  } catch (error) {
    if (isTaken(error, keys)) return null;
    throw error;
  }
}

/**
 * The same past every hook, in one statement; false when another row has the same unique `field`.
 * @throws any other error of the database
 */
export async function insertRow(
  db: DatabaseAdapter,
  collection: CollectionSlug,
  field: string,
  data: Record<string, unknown>,
): Promise<boolean> {
  return (
    (await insertOnce([field], async () => {
      await db.create({ collection, data, returning: false });
      return true;
    })) ?? false
  );
}
