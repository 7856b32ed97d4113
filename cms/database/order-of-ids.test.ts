import { MongoClient, type Db } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMongod } from '../store/testing/mongod.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());

describe.skipIf('missing' in mongod)('on MongoDB', () => {
  let cms: TestCms;
  let client: MongoClient;
  let db: Db;
  const before = process.env.CMS_TEST_MONGODB_URL;
  const ids = Array.from({ length: 60 }, (_, n) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`);
  beforeAll(async () => {
    if ('url' in mongod) process.env.CMS_TEST_MONGODB_URL = mongod.url;
    cms = await testCms();
    client = await MongoClient.connect(cms.databaseUrl!);
    db = client.db();
    // The newest first: an order by the time of creation is another one.
    await db
      .collection<{ _id: string }>('withdrawals')
      .insertMany(ids.map((_id, n) => ({ _id, key: `k${n}`, createdAt: new Date(Date.UTC(2026, 0, 60 - n)) })));
    await db.command({ profile: 2 });
  });
  afterAll(async () => {
    await client.close();
    await cms.close();
    if (before === undefined) delete process.env.CMS_TEST_MONGODB_URL;
    else process.env.CMS_TEST_MONGODB_URL = before;
  });

  const page = async (sort: string | string[], after: string) => {
    await db.collection('system.profile').countDocuments();
    const { docs } = await cms.payload.db.find<{ id: string }>({
      collection: 'withdrawals',
      where: { id: { greater_than: after } },
      sort,
      limit: 5,
      pagination: false,
    });
    const [asked] = await db
      .collection('system.profile')
      .find({ ns: `${db.databaseName}.withdrawals`, op: 'query' })
      .sort({ ts: -1 })
      .limit(1)
      .toArray();
    return { ids: docs.map(({ id }) => id), looked: asked?.docsExamined as number };
  };

  it.each<[string, string | string[]]>([
    ['as one word', 'id'],
    ['as a list', ['id']],
  ])('a page of a walk by id looks at its own rows, not at all that come after: %s', async (_, sort) => {
    const { ids: found, looked } = await page(sort, ids[9]!);
    expect(found).toEqual(ids.slice(10, 15));
    expect(looked).toBeLessThanOrEqual(6);
  });

  it('backwards too', async () => {
    const { ids: found, looked } = await page('-id', ids[9]!);
    expect(found).toEqual(ids.slice(-5).reverse());
    expect(looked).toBeLessThanOrEqual(6);
  });

  it('another order keeps its second one, so that pages do not overlap where rows are equal', async () => {
    await db.collection('withdrawals').updateMany({}, { $set: { updatedAt: new Date(0) } });
    const { ids: found } = await page('updatedAt', '');
    expect(found).toEqual(ids.slice(0, 5));
  });
});
