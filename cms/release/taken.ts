import { ValidationError } from 'payload';

/** True when an insert failed because a row with that unique key exists: somebody else was first. */
export const isTaken = (error: unknown): boolean => error instanceof ValidationError || (error instanceof Error && error.name === 'ValidationError');

/** Inserts and returns the row, or null when its unique key is taken. */
export async function insertOnce<T>(insert: () => Promise<T>): Promise<T | null> {
  try {
    return await insert();
  } catch (error) {
    if (isTaken(error)) return null;
    throw error;
  }
}
