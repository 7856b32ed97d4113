import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { outside } from '../../../cms/sqlite/testing/outside.ts';

/** Rows of every table or collection that a first start fills; equal facts, equal installations. */
export type Facts = Record<string, number>;

/** Not made by the first start, or longer with each further one. */
const leftOut = /^(audit|payload[-_]|sqlite_|chengxin_turns|_.*[-_]versions$)/;

/** What an installation holds, asked from outside. @param database address of a MongoDB, or null for the SQLite of the data folder */
export async function factsOf(dataDir: string, database: string | null): Promise<Facts> {
  const facts = database === null ? await ofSqlite(join(dataDir, 'chengxin.db')) : await ofMongo(database);
  const files =
    database === null
      ? (await outside(join(dataDir, 'chengxin.db'), 'SELECT filename FROM media')).map(({ filename }) =>
          String(filename),
        )
      : await withMongo(database, async (db) =>
          (await db.collection('media').find().toArray()).map(({ filename }) => String(filename)),
        );
  return { ...facts, 'pictures on the disk': files.filter((name) => existsSync(join(dataDir, 'media', name))).length };
}

async function ofSqlite(file: string): Promise<Facts> {
  const names = (await outside(file, "SELECT name FROM sqlite_schema WHERE type = 'table'"))
    .map(({ name }) => String(name))
    .filter((name) => !leftOut.test(name))
    .sort();
  const [counts = {}] = await outside(
    file,
    `SELECT ${names.map((name) => `(SELECT count(*) FROM "${name}") AS "${name}"`).join(', ')}`,
  );
  return counts as Facts;
}

const ofMongo = (url: string): Promise<Facts> =>
  withMongo(url, async (db) => {
    const names = (await db.listCollections().toArray())
      .map(({ name }) => name)
      .filter((name) => !leftOut.test(name))
      .sort();
    const rows = await Promise.all(
      names.map(async (name) => [name, await db.collection(name).countDocuments()] as const),
    );
    // An index makes its collection: whether an empty one is there yet says nothing.
    return Object.fromEntries(rows.filter(([, count]) => count > 0));
  });

async function withMongo<T>(url: string, ask: (db: ReturnType<MongoClient['db']>) => Promise<T>): Promise<T> {
  const client = await MongoClient.connect(url);
  try {
    return await ask(client.db());
  } finally {
    await client.close();
  }
}
