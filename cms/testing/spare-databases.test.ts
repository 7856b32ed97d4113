import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMongod } from '../store/testing/mongod.ts';
import { emptyDatabase, giveBack } from './spare-databases.ts';
import { testCms } from './test-cms.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
const before = process.env.CMS_TEST_MONGODB_URL;
beforeAll(() => {
  if ('url' in mongod) process.env.CMS_TEST_MONGODB_URL = mongod.url;
});
afterAll(async () => {
  if (before === undefined) delete process.env.CMS_TEST_MONGODB_URL;
  else process.env.CMS_TEST_MONGODB_URL = before;
  await mongod.stop();
});

describe.skipIf('missing' in mongod)('a database that a test has given back', () => {
  it('is empty for the next, whatever was in it, and refuses what it refused', async () => {
    const first = await testCms();
    const client = await MongoClient.connect(first.databaseUrl!);
    await client.db().collection('columns').insertOne({ slug: 'spare' });
    await first.close();

    const second = await testCms();
    expect(second.databaseUrl).toBe(first.databaseUrl);
    for (const collection of await client.db().collections())
      expect([collection.collectionName, await collection.find().toArray()]).toEqual([collection.collectionName, []]);
    await client.db().collection('columns').insertOne({ slug: 'spare' });
    await expect(client.db().collection('columns').insertOne({ slug: 'spare' })).rejects.toThrow(/E11000/);
    await client.close();
    await second.close();
  });

  it('is nobody else’s while it is open', async () => {
    const [one, other] = await Promise.all([testCms(), testCms()]);
    expect(one.databaseUrl).not.toBe(other.databaseUrl);
    await Promise.all([one.close(), other.close()]);
  });

  it('is not given to anybody when it could not be emptied', async () => {
    const gone = 'mongodb://127.0.0.1:1/cms-gone?serverSelectionTimeoutMS=50';
    await giveBack(gone);
    expect(emptyDatabase('mongodb://127.0.0.1:1/')).not.toBe(gone);
  });
});
