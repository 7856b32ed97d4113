import type { Payload } from 'payload';

interface Raw {
  name: string;
  /** Drizzle on SQLite. */
  client?: { execute(statement: { sql: string; args: unknown[] }): Promise<unknown> };
  /** mongoose. */
  connection?: { collection(name: string): { updateOne(filter: object, update: object): Promise<unknown> } };
  collections?: Record<string, { collection: { name: string } }>;
}

/**
 * For tests: breaks one field of a row past every hook and check, as a hand in the database or a fault of the disk would.
 * @param field as the framework calls it; on SQLite its column is the same in snake case
 */
export async function poison(
  payload: Payload,
  collection: string,
  id: string,
  field: string,
  value: unknown,
): Promise<void> {
  const raw = payload.db as unknown as Raw;
  if (raw.client) {
    const snake = (name: string) => name.replace(/-/g, '_').replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
    // A column that must not be empty can still hold JSON's null.
    const stored = typeof value === 'object' ? JSON.stringify(value) : value;
    await raw.client.execute({
      sql: `UPDATE "${snake(collection)}" SET "${snake(field)}" = ? WHERE id = ?`,
      args: [stored, id],
    });
    return;
  }
  const name = raw.collections?.[collection]?.collection.name ?? collection;
  await raw.connection?.collection(name).updateOne({ _id: id as never }, { $set: { [field]: value } });
}
