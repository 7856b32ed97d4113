import { ValidationError } from 'payload';
import type { CollectionSlug, DatabaseAdapter } from 'payload';

/**
 * Inserts a row; false when another row has the same unique `field`. This is the only lock that the project knows.
 * @throws any other error of the database
 */
export async function insertOnce(
  db: DatabaseAdapter, collection: CollectionSlug, field: string, data: Record<string, unknown>,
): Promise<boolean> {
  try {
    await db.create({ collection, data, returning: false });
    return true;
  } catch (error) {
    // Both adapters turn a unique violation into this one error, naming the field.
    if (error instanceof ValidationError && error.data.errors.some(({ path }) => path === field)) return false;
    throw error;
  }
}
