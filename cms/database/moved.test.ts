import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMongod } from '../store/testing/mongod.ts';
import { openTestCms, testCms, type TestCms } from '../testing/test-cms.ts';
import { databaseState, whenMoved } from './moved.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());

describe.each(['SQLite', ...('url' in mongod ? ['MongoDB'] : [])])('%s', (engine) => {
  let cms: TestCms;
  beforeAll(async () => {
    if (engine === 'MongoDB' && 'url' in mongod) process.env.CMS_TEST_MONGODB_URL = mongod.url;
    cms = await testCms();
    delete process.env.CMS_TEST_MONGODB_URL;
  });
  afterAll(() => cms.close());

  it('is the same while nobody writes (the replica set writes by itself each ten seconds), and another after each write here or elsewhere', async () => {
    const { payload } = cms;
    // Between two writes of the server's own: some pair of questions in a row falls there.
    const pairs = [];
    for (let n = 0; n < 20; n += 1) pairs.push([await databaseState(payload), await databaseState(payload)]);
    expect(pairs.some(([a, b]) => a !== null && a === b)).toBe(true);
    const before = await databaseState(payload);
    await payload.kv.set('moved', { n: 1 });
    const after = await databaseState(payload);
    expect(after).not.toBe(before);
    const other = await openTestCms(cms.dataDir, cms.databaseUrl);
    await databaseState(payload);
    const still = await databaseState(payload);
    await other.kv.set('moved', { n: 2 });
    expect(await databaseState(payload)).not.toBe(still);
    await other.destroy();
  });

  it('asks again only after a write, and after a failure', async () => {
    const { payload } = cms;
    let asked = 0;
    let fails = false;
    const ask = whenMoved(payload, async () => {
      asked += 1;
      if (fails) throw new Error('断了。');
      return ((await payload.kv.get('asked')) as { n?: number } | null)?.n ?? 0;
    });
    await payload.kv.set('asked', { n: 1 });
    expect(await ask()).toBe(1);
    await payload.kv.set('asked', { n: 2 });
    expect(await ask()).toBe(2);
    await payload.kv.set('asked', { n: 3 });
    fails = true;
    await expect(ask()).rejects.toThrow('断了');
    fails = false;
    expect(await ask()).toBe(3);
    if (engine !== 'SQLite') return;
    const known = asked;
    for (let n = 0; n < 5; n += 1) expect(await ask()).toBe(3);
    expect(asked).toBe(known);
  });
});

it('a connection that was replaced is another state, whatever it counts', async () => {
  const client = { opened: 1, execute: async () => ({ rows: [{ own: 0, others: 2 }] }) };
  const db = { name: 'sqlite', client };
  const first = await databaseState({ db } as never);
  client.opened = 2;
  expect(await databaseState({ db } as never)).not.toBe(first);
});

it('a MongoDB that is no replica set cannot tell: everything is asked each time', async () => {
  const db = { name: 'mongoose', connection: { db: { command: async () => ({ isWritablePrimary: true }) } } };
  expect(await databaseState({ db } as never)).toBeNull();
  let asked = 0;
  const ask = whenMoved({ db } as never, async () => (asked += 1));
  await ask();
  expect(await ask()).toBe(2);
});
