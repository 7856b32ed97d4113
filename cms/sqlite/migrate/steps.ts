import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { SQL } from '@payloadcms/db-sqlite/drizzle';
import { SQLiteSyncDialect } from '@payloadcms/db-sqlite/drizzle/sqlite-core';

/** One committed migration, as `.config/new-migration.mjs` lists it. */
export interface Migration {
  name: string;
  up(args: object): Promise<void>;
}

export interface Steps {
  /** Statements that were tried, the skipped ones not counted. */
  ran: number;
}

const dialect = new SQLiteSyncDialect();

/**
 * Runs the statements of a migration on an open connection, without the first `skip` of them (they were run before).
 * A migration may write with `db.run` and read with `db.all` and `db.get`; nothing else is there, because the CMS is not
 * open yet, and a schema that is half changed could not answer it.
 */
export async function runSteps(
  database: DatabaseSync,
  migration: Migration,
  skip: number,
  steps: Steps = { ran: 0 },
): Promise<Steps> {
  let met = 0;
  const prepared = (query: SQL) => {
    const { sql, params } = dialect.sqlToQuery(query);
    return { statement: database.prepare(sql), values: params as SQLInputValue[] };
  };
  const db = {
    run: async (query: SQL) => {
      met += 1;
      if (met <= skip) return;
      steps.ran += 1;
      const { statement, values } = prepared(query);
      statement.run(...values);
    },
    all: async (query: SQL) => {
      const { statement, values } = prepared(query);
      return statement.all(...values);
    },
    get: async (query: SQL) => {
      const { statement, values } = prepared(query);
      return statement.get(...values);
    },
  };
  await migration.up({ db: only(db, 'db'), payload: only({}, 'payload'), req: only({}, 'req') });
  return steps;
}

/** An object that says what it has not got. */
const only = <T extends object>(known: T, name: string): T =>
  new Proxy(known, {
    get(target, key, self) {
      if (!(key in target))
        throw new Error(
          `迁移里不能用 ${name}.${String(key)}：只能用 db.run、db.all、db.get（见 docs/decisions/025）。`,
        );
      return Reflect.get(target, key, self) as unknown;
    },
  });
