import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BSON, MongoServerError, type ClientSession } from 'mongodb';
import { flush } from '../../../cms/sqlite/copy-database.ts';
import { dataIn, folder, inDatabase } from './place.ts';

/**
 * Writes every collection of a database into `dir`, while the product may be running: the documents as BSON one after the
 * other, as `mongodump` does, and the indexes beside them. On a replica set all are of one instant.
 * @returns the files, relative to `dir`; `atOnce`: whether they are of one instant
 */
export async function dumpMongo(url: string, dir: string): Promise<{ files: string[]; atOnce: boolean }> {
  await mkdir(join(dir, folder), { recursive: true, mode: 0o700 });
  return inDatabase(url, async (db, client) => {
    const session = client.startSession({ snapshot: true });
    try {
      const atOnce = await takesSnapshots(() => db.collection('payload-kv').findOne({}, { session }));
      const own: { session?: ClientSession } = atOnce ? { session } : {};
      const files: string[] = [];
      for (const name of await dataIn(db)) {
        const indexes = (await db.collection(name).indexes()).map(({ v: _, ...index }) => index);
        const [bson, facts] = ['bson', 'json'].map((kind) => `${folder}/${encodeURIComponent(name)}.${kind}`) as [
          string,
          string,
        ];
        const documents = db.collection(name).find<Buffer>({}, { raw: true, ...own });
        await pipeline(
          Readable.from(documents, { objectMode: true }),
          createWriteStream(join(dir, bson), { mode: 0o600 }),
        );
        await flush(join(dir, bson));
        await writeFile(join(dir, facts), BSON.EJSON.stringify({ name, indexes }, { relaxed: false }), {
          flush: true,
          mode: 0o600,
        });
        files.push(bson, facts);
      }
      return { files, atOnce };
    } finally {
      await session.endSession();
    }
  });
}

/** A single server without a replica set knows no snapshots. */
async function takesSnapshots(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch (error) {
    if (error instanceof MongoServerError) return false;
    throw error;
  }
}
