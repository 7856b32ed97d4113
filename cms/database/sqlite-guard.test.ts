import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql';
import { afterAll, expect, test } from 'vitest';
import { guardClient } from './sqlite-guard.ts';
import { openStore } from '../store/testing/open-store.ts';
import { openRivals } from '../store/testing/race.ts';
import { within } from '../../.config/patience.ts';

const folder = mkdtempSync(join(tmpdir(), 'chengxin-guard-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const urlOf = (name: string) => `file:${join(folder, name)}.db`;
const rawClient = (name: string) => drizzle({ connection: { url: urlOf(name) } }).$client;

/** A database with one table, and a neighbour who holds its write lock until told. */
async function contested(name: string) {
  const neighbour = rawClient(name);
  await neighbour.execute('PRAGMA journal_mode = WAL');
  await neighbour.execute('CREATE TABLE t (n INTEGER PRIMARY KEY)');
  const count = async () => Number((await rawClient(name).execute('SELECT count(*) AS n FROM t')).rows[0]?.n);
  return { lock: () => neighbour.transaction('write'), count };
}

test('a write that meets a lock waits for it and is really there afterwards', async () => {
  const { lock, count } = await contested('guarded');
  let busy = 0;
  const client = guardClient(
    () => rawClient('guarded'),
    ['PRAGMA busy_timeout = 1'],
    () => {
      busy += 1;
    },
  );
  await client.execute('INSERT INTO t VALUES (1)');
  const held = await lock();
  const writing = Promise.all([2, 3, 4].map((n) => client.execute({ sql: 'INSERT INTO t VALUES (?)', args: [n] })));
  while (busy === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await held.rollback();
  await writing;
  await client.execute('INSERT INTO t VALUES (5)');
  expect(busy).toBeGreaterThan(0);
  expect(await count()).toBe(5);
});

test('a new connection has the settings of the old one', async () => {
  const { lock } = await contested('pragmas');
  let busy = 0;
  const client = guardClient(
    () => rawClient('pragmas'),
    ['PRAGMA busy_timeout = 7'],
    () => {
      busy += 1;
    },
  );
  const held = await lock();
  const writing = client.execute('INSERT INTO t VALUES (1)');
  while (busy === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await held.rollback();
  await writing;
  expect(Object.values((await client.execute('PRAGMA busy_timeout')).rows[0] ?? {})).toEqual([7]);
});

test('other errors are passed on at once', async () => {
  await contested('errors');
  const client = guardClient(() => rawClient('errors'), []);
  await client.execute('INSERT INTO t VALUES (1)');
  await expect(client.execute('INSERT INTO t VALUES (1)')).rejects.toThrow('UNIQUE');
  await expect(client.execute('SELECT * FROM nowhere')).rejects.toThrow('no such table');
});

test(
  'two processes that never wait for each other still lose nothing: 4,000 of 4,000',
  async () => {
    const payload = await openStore({ url: urlOf('rivals'), push: true });
    const rivals = await openRivals(urlOf('rivals'), { busyTimeout: 0 });
    const results = await rivals.fight('rows', 2000);
    await rivals.close();
    expect(results.map((r) => [r.won, r.failed])).toEqual([
      [2000, 0],
      [2000, 0],
    ]);
    expect(results.reduce((n, r) => n + r.busy, 0)).toBeGreaterThan(0);
    expect((await payload.db.count({ collection: 'deliveries' })).totalDocs).toBe(4000);
    await payload.destroy();
  },
  within(300_000),
);
