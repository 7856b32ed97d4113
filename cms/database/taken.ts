import { ValidationError } from 'payload';

/**
 * True when an insert failed only because a row with one of these unique keys exists: somebody else was first. Told by
 * the field, not by the sentence: its words are for people and change.
 */
export function isTaken(error: unknown, keys: readonly string[]): boolean {
  if (!(error instanceof ValidationError)) return false;
  const { errors } = error.data;
  return errors.length > 0 && errors.every(({ path }) => keys.includes(path));
}

/**
 * Inserts and returns the row, or null when one of its unique keys is taken. Any other failure is thrown.
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
