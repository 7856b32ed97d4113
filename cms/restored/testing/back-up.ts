import type { Payload } from 'payload';

interface Sql {
  client: { execute(statement: string): Promise<{ rows: Record<string, unknown>[] }> };
}
interface Mongo {
  connection: {
    db: {
      listCollections(): { toArray(): Promise<{ name: string }[]> };
      collection(name: string): {
        find(): { toArray(): Promise<object[]> };
        deleteMany(all: object): Promise<unknown>;
        insertMany(rows: object[]): Promise<unknown>;
      };
    };
  };
}

/**
 * For tests: keeps every row of the database, and returns how to put them all back in place of what is there then, as a
 * restored backup or `mongorestore --drop` does under a product; pictures, papers and the register are not touched.
 */
export async function backUp(payload: Payload): Promise<() => Promise<void>> {
  if (payload.db.name === 'mongoose') {
    const { db } = (payload.db as unknown as Mongo).connection;
    const names = (await db.listCollections().toArray()).map(({ name }) => name);
    const kept = new Map<string, object[]>();
    for (const name of names) kept.set(name, await db.collection(name).find().toArray());
    return async () => {
      for (const name of names) {
        await db.collection(name).deleteMany({});
        const rows = kept.get(name) ?? [];
        if (rows.length > 0) await db.collection(name).insertMany(rows);
      }
    };
  }
  const { client } = payload.db as unknown as Sql;
  const tables = (
    await client.execute(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'kept_%'",
    )
  ).rows.map(({ name }) => String(name));
  for (const table of tables) {
    await client.execute(`DROP TABLE IF EXISTS "kept_${table}"`);
    await client.execute(`CREATE TABLE "kept_${table}" AS SELECT * FROM "${table}"`);
  }
  return async () => {
    await client.execute('PRAGMA foreign_keys = OFF');
    for (const table of tables) {
      await client.execute(`DELETE FROM "${table}"`);
      await client.execute(`INSERT INTO "${table}" SELECT * FROM "kept_${table}"`);
    }
    await client.execute('PRAGMA foreign_keys = ON');
  };
}
