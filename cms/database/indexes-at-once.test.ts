import { afterAll, describe, expect, it } from 'vitest';
import { MongoClient } from 'mongodb';
import { openMongod } from '../store/testing/mongod.ts';
import { emptyDatabase } from '../testing/spare-databases.ts';
import { openTestCms, testCms } from '../testing/test-cms.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());

interface Wanted {
  collection: { indexes(): Promise<{ key: object; unique?: boolean }[]> };
  schema: { indexes(): [object, { unique?: boolean }][] };
}

describe.skipIf('missing' in mongod)('indexes on MongoDB', () => {
  it('all that the collections ask for are there, the unique ones unique', async () => {
    process.env.CMS_TEST_MONGODB_URL = 'url' in mongod ? mongod.url : '';
    const { payload, close } = await testCms();
    const { collections, versions } = payload.db as unknown as Record<string, Record<string, Wanted>>;
    let seen = 0;
    for (const model of [...Object.values(collections!), ...Object.values(versions!)]) {
      const made = (await model.collection.indexes()).map(({ key, unique }) => JSON.stringify([key, unique ?? false]));
      for (const [key, { unique }] of model.schema.indexes()) {
        expect(made).toContain(JSON.stringify([key, unique ?? false]));
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(100);
    await close();
    delete process.env.CMS_TEST_MONGODB_URL;
  });

  it('one that cannot be made is told, and the others are there', async () => {
    const address = emptyDatabase('url' in mongod ? mongod.url : '').replace(/cms-[^?]*/, (name) => `${name}-twice`);
    const client = await MongoClient.connect(address);
    // Two columns with one short name: the unique index cannot be.
    await client
      .db()
      .collection('columns')
      .insertMany([{ slug: 'twice' }, { slug: 'twice' }]);
    await expect(openTestCms('/nowhere', address)).rejects.toThrow(/E11000.*twice/s);
    const made = (await client.db().collection('columns').indexes()).map(({ name }) => name);
    expect(made).not.toContain('slug_1');
    expect(made.length).toBeGreaterThan(1);
    await client.db().dropDatabase();
    await client.close();
  });
});
