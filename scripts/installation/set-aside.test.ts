import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrateDatabase } from '../../cms/sqlite/migrate/migrate-database.ts';
import { openDatabase } from '../../cms/sqlite/open-database.ts';
import { firstStartSeen } from './first-start-seen.ts';
import { setUnfinishedAside } from './set-aside.ts';

// Ids of the examples are UUIDs of version 5, those of people version 7.
const example = '5b0c2a52-1f4e-5a36-9d5b-0a6f5c5ec9a1';
const own = '01900000-0000-7000-8000-000000000001';
const now = new Date('2026-11-27T12:00:00Z');
let dir: string;
const place = (second?: string) => ({
  DATA_DIR: dir,
  sqliteFile: join(dir, 'chengxin.db'),
  AUDIT_CHECKPOINT_DIR: second,
});
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'chengxin-aside-'));
  for (const name of ['media', 'audit']) await mkdir(join(dir, name));
  await writeFile(join(dir, 'secret'), 'stays');
  await migrateDatabase(place().sqliteFile);
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** Writes rows with what their tables demand. */
function write(table: string, values: Record<string, string>): void {
  const database = openDatabase(place().sqliteFile);
  database.exec('PRAGMA foreign_keys = OFF');
  const needed = database
    .prepare(
      'SELECT name FROM pragma_table_info(?) WHERE "notnull" AND dflt_value IS NULL AND NOT (pk AND lower(type) = \'integer\')',
    )
    .all(table)
    .map(({ name }) => String(name))
    .filter((name) => !(name in values));
  const all = { ...Object.fromEntries(needed.map((name) => [name, 'x'])), ...values };
  database
    .prepare(
      `INSERT INTO ${table} (${Object.keys(all)
        .map((name) => `"${name}"`)
        .join(', ')}) VALUES (${Object.keys(all)
        .map(() => '?')
        .join(', ')})`,
    )
    .run(...Object.values(all));
  database.close();
}
const record = (state: string) =>
  write('payload_kv', { key: 'first-start', data: JSON.stringify({ state, at: now.toISOString() }) });

it.each([
  [
    'begun, and killed among the examples',
    () => {
      record('begun');
      write('stories', { id: example });
    },
  ],
  [
    'begun, and killed after the account',
    () => {
      record('begun');
      write('stories', { id: example });
      write('users', { id: own, name: '管理员' });
    },
  ],
  ['killed in an earlier version, which kept no record', () => write('stories', { id: example })],
])('a first start %s is put aside', async (_how, arrange) => {
  arrange();
  const folder = await setUnfinishedAside(place(), now);
  expect(folder).toBe(join(dir, 'backup/unfinished-20261127120000'));
  expect((await readdir(folder!)).sort()).toEqual(expect.arrayContaining(['audit', 'chengxin.db', 'media']));
  expect([existsSync(join(dir, 'chengxin.db')), existsSync(join(dir, 'secret'))]).toEqual([false, true]);
});

it.each([
  ['that is done, though everything was deleted since', () => record('done')],
  [
    'in which somebody has written',
    () => {
      record('begun');
      write('stories', { id: own });
    },
  ],
  [
    'in which somebody has logged in',
    () => {
      record('begun');
      write('sign_ins', { id: own });
    },
  ],
  [
    'of an earlier version that has an account',
    () => {
      write('stories', { id: example });
      write('users', { id: own, name: '管理员' });
    },
  ],
  ['that has a schema and nothing else', () => undefined],
])('an installation %s stays where it is', async (_how, arrange) => {
  arrange();
  const seen = firstStartSeen(place().sqliteFile);
  expect(await setUnfinishedAside(place(), now)).toBeNull();
  expect(firstStartSeen(place().sqliteFile)).toEqual(seen);
});

it('lines of the audit trail in a second folder go aside with it; where they cannot, it is completed instead', async () => {
  record('begun');
  const second = join(dir, 'second');
  await mkdir(second);
  await writeFile(join(second, 'checkpoints.jsonl'), 'line\n');
  await mkdir(join(second, 'checkpoints-unfinished-20261127120000.jsonl'));
  expect(await setUnfinishedAside(place(second), now)).toBeNull();
  await rm(join(second, 'checkpoints-unfinished-20261127120000.jsonl'), { recursive: true });
  expect(await setUnfinishedAside(place(second), now)).not.toBeNull();
  expect(await readdir(second)).toEqual(['checkpoints-unfinished-20261127120000.jsonl']);
});
