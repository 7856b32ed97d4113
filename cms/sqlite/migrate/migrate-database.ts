import { DatabaseSync } from 'node:sqlite';
import { openDatabase } from '../open-database.ts';
import { appliedIn, committed } from './pending.ts';
import { schemaOf } from './schema-of.ts';
import { runSteps, type Migration } from './steps.ts';

export interface Migrated {
  /** Names of the migrations that ran now. */
  done: string[];
  /** Those of them that an earlier version had left half-made: the rest was made now. */
  mended: string[];
}

/** What a statement says that was already run, or that runs into what a later one has changed already. */
const halfMade =
  /already exists|no such (table|index|column)|duplicate column|has no column|UNIQUE constraint failed|may not be/i;

/**
 * Brings a SQLite file, made when there is none, to the schema of this version. All pending migrations and the record of
 * them are one transaction of SQLite: killed at any moment, the file is as it was before. A migration that an earlier
 * version ran statement by statement and never finished is taken up where it stopped, and only kept when the tables and
 * columns then are exactly those of a new database. The CMS must not be open.
 * @throws Error when a migration cannot be made; then nothing has changed
 */
export async function migrateDatabase(file: string, migrations?: Migration[]): Promise<Migrated> {
  const all = migrations ?? (await committed());
  const database = openDatabase(file);
  try {
    // Foreign keys off before the transaction: inside it the pragma does nothing, and a rebuilt table would empty those that refer to it.
    database.exec('PRAGMA foreign_keys = OFF; PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL; BEGIN IMMEDIATE');
    const had = appliedIn(database);
    const wrong = database.prepare('PRAGMA foreign_key_check').all().length;
    const result: Migrated = { done: [], mended: [] };
    const batch =
      had.size === 0 ? 1 : Number(database.prepare('SELECT max(batch) AS n FROM payload_migrations').get()?.n ?? 0) + 1;
    for (const migration of all) {
      if (had.has(migration.name)) continue;
      const skipped = await runWhole(database, migration);
      if (skipped > 0) {
        await requireSchema(database, all.slice(0, all.indexOf(migration) + 1));
        result.mended.push(migration.name);
      }
      database.prepare('INSERT INTO payload_migrations (name, batch) VALUES (?, ?)').run(migration.name, batch);
      result.done.push(migration.name);
    }
    if (database.prepare('PRAGMA foreign_key_check').all().length > wrong)
      throw new Error('foreign_key_check: rows refer to what is no longer there');
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  } finally {
    database.close();
  }
}

/** Runs one migration; when its beginning is there already, from where it stopped. @returns how many statements were there */
async function runWhole(database: DatabaseSync, migration: Migration): Promise<number> {
  let first: unknown = null;
  for (let skip = 0; ; skip += 1) {
    const steps = { ran: 0 };
    database.exec('SAVEPOINT migration');
    try {
      await runSteps(database, migration, skip, steps);
      database.exec('RELEASE migration');
      return skip;
    } catch (error) {
      database.exec('ROLLBACK TO migration; RELEASE migration');
      first ??= error;
      if (steps.ran === 0 || !(error instanceof Error && halfMade.test(error.message))) throw first;
    }
  }
}

/** @throws Error naming what is missing or left over, compared with a database made new by these migrations */
async function requireSchema(database: DatabaseSync, migrations: Migration[]): Promise<void> {
  const model = new DatabaseSync(':memory:');
  try {
    model.exec('PRAGMA foreign_keys = OFF');
    for (const migration of migrations) await runSteps(model, migration, 0);
    const [is, wanted] = [schemaOf(database), schemaOf(model)];
    const missing = [...wanted].filter((name) => !is.has(name));
    const extra = [...is].filter((name) => !wanted.has(name));
    if (missing.length + extra.length > 0)
      throw new Error(
        `half-made migration: missing ${missing.slice(0, 5).join(', ') || '-'}; left over ${extra.slice(0, 5).join(', ') || '-'}`,
      );
  } finally {
    model.close();
  }
}
