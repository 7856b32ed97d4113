import type { DatabaseSync } from 'node:sqlite';
import { openDatabase } from '../open-database.ts';
import type { Migration } from './steps.ts';

/** Every migration of this version, oldest first. */
export const committed = async (): Promise<Migration[]> =>
  (await import('../../migrations/sqlite/index.ts')).migrations;

/** Names of the migrations that a database has had whole. */
export function appliedIn(database: DatabaseSync): Set<string> {
  const known = database
    .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'payload_migrations'")
    .get();
  return new Set(
    known
      ? database
          .prepare('SELECT name FROM payload_migrations')
          .all()
          .map(({ name }) => String(name))
      : [],
  );
}

/** Where a database stands: which migrations it has not had, and whether it has had any. Changes nothing. */
export async function pendingIn(file: string): Promise<{ pending: string[]; isNew: boolean }> {
  const migrations = await committed();
  const database = openDatabase(file, { readOnly: true });
  try {
    const done = appliedIn(database);
    return { pending: migrations.flatMap(({ name }) => (done.has(name) ? [] : [name])), isNew: done.size === 0 };
  } finally {
    database.close();
  }
}
