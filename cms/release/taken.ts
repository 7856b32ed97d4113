import { zh } from '@payloadcms/translations/languages/zh';
import { ValidationError } from 'payload';

/** What Payload says of a unique key, with and without a request's language. */
const sentences = ['Value must be unique', zh.translations.error.valueMustBeUnique];

/** True when an insert failed only because a row with that unique key exists: somebody else was first. */
export function isTaken(error: unknown): boolean {
  if (!(error instanceof ValidationError)) return false;
  const { errors } = error.data;
  return errors.length > 0 && errors.every(({ message }) => sentences.includes(message));
}

/** Inserts and returns the row, or null when its unique key is taken. Any other failure is thrown. */
export async function insertOnce<T>(insert: () => Promise<T>): Promise<T | null> {
  try {
    return await insert();
  } catch (error) {
    if (isTaken(error)) return null;
    throw error;
  }
}
