import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { sql } from '@payloadcms/db-sqlite/drizzle';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../open-database.ts';
import { migrateDatabase } from './migrate-database.ts';
import { appliedIn, committed } from './pending.ts';
import { schemaOf } from './schema-of.ts';
import { runSteps, type Migration } from './steps.ts';

let folder: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chengxin-migrate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const newFile = () => join(folder, `${(count += 1)}.db`);

const read = <T>(file: string, ask: (database: DatabaseSync) => T): T => {
  const database = openDatabase(file);
  try {
    return ask(database);
  } finally {
    database.close();
  }
};

/** Runs a migration as the framework did, each statement for itself, and stops after `count` of them. */
async function stopAfter(file: string, migration: Migration, statements: number): Promise<number> {
  const database = openDatabase(file);
  database.exec('PRAGMA foreign_keys = OFF');
  let ran = 0;
  try {
    await runSteps(
      {
        prepare: (text: string) => {
          const statement = database.prepare(text);
          return {
            all: statement.all.bind(statement),
            get: statement.get.bind(statement),
            run: (...values: never[]) => {
              if (ran >= statements) throw new Error('killed');
              ran += 1;
              return statement.run(...values);
            },
          };
        },
      } as unknown as DatabaseSync,
      migration,
      0,
    );
  } catch (error) {
    if ((error as Error).message !== 'killed') throw error;
  } finally {
    database.close();
  }
  return ran;
}

/** A database as version `n` left it, with a story in it. */
async function ofVersion(n: number): Promise<string> {
  const file = newFile();
  await migrateDatabase(file, (await committed()).slice(0, n));
  read(file, (db) => {
    const needed = db
      .prepare(
        "SELECT name FROM pragma_table_info('stories') WHERE \"notnull\" AND dflt_value IS NULL AND name NOT IN ('id', 'title')",
      )
      .all()
      .map(({ name }) => `"${String(name)}"`);
    db.exec(
      `INSERT INTO stories (${['id', 'title', ...needed].join(', ')}) VALUES (${["'s1'", "'示例稿'", ...needed.map(() => "''")].join(', ')})`,
    );
    db.exec("INSERT INTO payload_kv (key, data) VALUES ('kept', '1')");
  });
  return file;
}

describe('migrations of SQLite', () => {
  it('makes a new database, once', async () => {
    const file = newFile();
    const all = (await committed()).map(({ name }) => name);
    expect(await migrateDatabase(file)).toEqual({ done: all, mended: [] });
    expect(await migrateDatabase(file)).toEqual({ done: [], mended: [] });
    expect(read(file, (db) => [...appliedIn(db)])).toEqual(all);
  });

  it('that fails half-way changes nothing, also not what came before it in the same run', async () => {
    const file = await ofVersion(8);
    const before = read(file, schemaOf);
    const bad: Migration = {
      name: '9999_bad',
      up: async ({ db }: { db: { run(q: unknown): Promise<void> } }) => {
        await db.run(sql`CREATE TABLE half (id text)`);
        await db.run(sql`INSERT INTO nowhere VALUES (1)`);
      },
    };
    await expect(migrateDatabase(file, [...(await committed()), bad])).rejects.toThrow('nowhere');
    expect(read(file, schemaOf)).toEqual(before);
    expect(read(file, (db) => appliedIn(db).size)).toBe(8);
  });

  it('has no CMS to ask: what is not SQL is refused by name', async () => {
    const asks: Migration = {
      name: '9999_asks',
      up: async ({ payload }: { payload: { find(): Promise<void> } }) => payload.find(),
    };
    await expect(migrateDatabase(newFile(), [asks])).rejects.toThrow('迁移里不能用 payload.find');
  });

  it('that an earlier version left half-made is finished, wherever it stopped, and no row is lost', async () => {
    const all = await committed();
    const reference = newFile();
    await migrateDatabase(reference);
    const wanted = read(reference, schemaOf);
    // Every version's upgrade to the next, stopped at a handful of places: the first, the last, and between.
    for (let n = 1; n < all.length; n += 1) {
      const stops = [1, 3, 9, 27];
      const whole = await stopAfter(await ofVersion(n), all[n]!, Infinity);
      for (const stop of [...stops.filter((s) => s < whole), whole]) {
        const file = await ofVersion(n);
        await stopAfter(file, all[n]!, stop);
        const { done, mended } = await migrateDatabase(file);
        expect([n, stop, done.length, mended.length <= 1]).toEqual([n, stop, all.length - n, true]);
        expect([n, stop, read(file, schemaOf)]).toEqual([n, stop, wanted]);
        expect(
          read(file, (db) =>
            db
              .prepare('SELECT title FROM stories')
              .all()
              .map(({ title }) => title),
          ),
        ).toEqual(['示例稿']);
        expect(read(file, (db) => db.prepare('PRAGMA foreign_key_check').all())).toEqual([]);
        await rm(file);
      }
    }
  });

  it('the first one, stopped anywhere, is finished too', async () => {
    const [first] = await committed();
    const file = newFile();
    await stopAfter(file, first!, 200);
    expect((await migrateDatabase(file)).mended).toEqual(['0001_first']);
  });
});
