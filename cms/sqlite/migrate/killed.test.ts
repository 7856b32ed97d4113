import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { within } from '../../../.config/patience.ts';
import { openDatabase } from '../open-database.ts';
import { migrateDatabase } from './migrate-database.ts';
import { appliedIn, committed } from './pending.ts';

/** Migrates and kills itself before statement `process.argv[2]`. */
const program = `
  import { committed } from './cms/sqlite/migrate/pending.ts';
  import { migrateDatabase } from './cms/sqlite/migrate/migrate-database.ts';
  let left = Number(process.argv[2]);
  const migrations = (await committed()).map(({ name, up }) => ({ name, up: (args) => up({ ...args, db: { all: (q) => args.db.all(q), get: (q) => args.db.get(q), run: (q) => {
    if (left-- === 0) process.kill(process.pid, 'SIGKILL');
    return args.db.run(q);
  } } }) }));
  await migrateDatabase(process.argv[1], migrations);
`;

it(
  'killed before any statement, a database is as it was, and the next time whole',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chengxin-killed-'));
    const all = await committed();
    for (const [old, statement] of [
      [0, 0],
      [0, 1],
      [0, 300],
      [5, 1],
      [5, 40],
      [8, 3],
    ] as const) {
      const file = join(folder, `${old}-${statement}.db`);
      if (old > 0) await migrateDatabase(file, all.slice(0, old));
      const killed = spawnSync(process.execPath, [
        '--disable-warning=ExperimentalWarning',
        '--input-type=module',
        '-e',
        program,
        file,
        String(statement),
      ]);
      expect([old, statement, killed.signal]).toEqual([old, statement, 'SIGKILL']);
      const database = openDatabase(file);
      const had = appliedIn(database).size;
      database.close();
      expect([old, statement, had]).toEqual([old, statement, old]);
      expect(await migrateDatabase(file)).toEqual({ done: all.slice(old).map(({ name }) => name), mended: [] });
    }
    await rm(folder, { recursive: true });
  },
  within(60_000),
);
