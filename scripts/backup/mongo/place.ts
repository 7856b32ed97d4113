import { MongoClient, type Db } from 'mongodb';

/** Where a copy holds the database, relative to it. */
export const folder = 'mongodb';
/** Collections of ours alone, of which no copy is made. */
const turns = 'chengxin_turns';
/** Under these names a copy is gathered before it takes its place, and what was there is kept. */
export const coming = 'restoring.';
export const keptPrefix = 'before-restore-';

/** Names of the collections that hold data. */
export async function dataIn(db: Db): Promise<string[]> {
  const found = await db.listCollections({ type: 'collection' }, { nameOnly: true }).toArray();
  return found
    .map(({ name }) => name)
    .filter(
      (name) =>
        !name.startsWith('system.') && name !== turns && !name.startsWith(coming) && !name.startsWith(keptPrefix),
    )
    .sort();
}

/** @throws the driver's errors when the server cannot be reached */
export async function inDatabase<T>(url: string, work: (db: Db, client: MongoClient) => Promise<T>): Promise<T> {
  const client = await MongoClient.connect(url, { serverSelectionTimeoutMS: 10_000 });
  try {
    return await work(client.db(), client);
  } finally {
    await client.close();
  }
}
