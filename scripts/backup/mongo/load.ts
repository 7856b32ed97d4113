import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BSON, type Db, type IndexDescription } from 'mongodb';
import { z } from 'zod';
import { coming, dataIn, inDatabase, keptPrefix } from './place.ts';
import type { Swap } from './swap.ts';

const factsSchema = z.object({
  name: z.string().min(1),
  indexes: z.array(
    z.custom<IndexDescription & { name: string }>(
      (one) => z.looseObject({ key: z.unknown(), name: z.string() }).safeParse(one).success,
    ),
  ),
});
/** Documents and bytes that are held at once. */
const most = { documents: 500, bytes: 8 * 1024 * 1024 };

/** Whether there is anything in the database. */
export const holdsData = (url: string): Promise<boolean> =>
  inDatabase(url, async (db) => (await dataIn(db)).length > 0);

/**
 * Reads a copy into hidden collections beside what is there, with its indexes. What is there stays as it is; killed in
 * between, the next restore begins anew.
 * @returns the names of what has come
 * @throws Error when a document is cut short or an index cannot be made
 */
export async function loadMongo(url: string, dir: string, files: readonly string[]): Promise<string[]> {
  return inDatabase(url, async (db) => {
    await clear(db);
    const names: string[] = [];
    for (const facts of files.filter((file) => file.endsWith('.json'))) {
      const { indexes, name } = factsSchema.parse(
        BSON.EJSON.parse(await readFile(join(dir, facts), 'utf8'), { relaxed: false }),
      );
      const into = db.collection(coming + name);
      await db.createCollection(coming + name);
      const own = indexes.filter((index) => index.name !== '_id_');
      if (own.length > 0) await into.createIndexes(own);
      let batch: Buffer[] = [];
      let bytes = 0;
      const flush = async () => {
        // Types as they were: a whole number is not to become a floating one.
        if (batch.length > 0)
          await into.insertMany(
            batch.map((one) => BSON.deserialize(one, { promoteValues: false, promoteBuffers: false })),
            { ordered: false },
          );
        batch = [];
        bytes = 0;
      };
      for await (const one of documentsIn(join(dir, facts.replace(/\.json$/, '.bson')))) {
        batch.push(one);
        bytes += one.length;
        if (batch.length >= most.documents || bytes >= most.bytes) await flush();
      }
      await flush();
      names.push(name);
    }
    return names;
  });
}

/** Puts what has come in place of what is there, which is kept under another name. Each step can be repeated. */
export async function swapMongo(url: string, { names, stamp }: Swap): Promise<void> {
  await inDatabase(url, async (db) => {
    const there = new Set(
      (await db.listCollections({ type: 'collection' }, { nameOnly: true }).toArray()).map(({ name }) => name),
    );
    // Moved already: what bears the name now is what has come.
    for (const name of (await dataIn(db)).filter((one) => !names.includes(one) || there.has(coming + one)))
      await db.renameCollection(name, `${keptPrefix}${stamp}.${name}`);
    for (const name of names.filter((one) => there.has(coming + one))) await db.renameCollection(coming + name, name);
  });
}

/** Takes away what a restore that was given up had gathered. */
export const dropComing = (url: string): Promise<void> => inDatabase(url, clear);

async function clear(db: Db): Promise<void> {
  const half = (await db.listCollections({ type: 'collection' }, { nameOnly: true }).toArray()).filter(({ name }) =>
    name.startsWith(coming),
  );
  for (const { name } of half) await db.dropCollection(name);
}

/** BSON documents one after the other; each begins with its length. @throws Error when the last one is cut short */
async function* documentsIn(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    for (
      let size = rest.length >= 4 ? rest.readInt32LE(0) : 0;
      size >= 5 && rest.length >= size;
      size = rest.length >= 4 ? rest.readInt32LE(0) : 0
    ) {
      yield rest.subarray(0, size);
      rest = rest.subarray(size);
    }
  }
  if (rest.length > 0) throw new Error(`备份里的 ${file} 在中间断了：请换一份备份。`);
}
