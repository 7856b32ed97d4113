import type { Payload } from 'payload';
import { openDatabase } from '../../../cms/sqlite/open-database.ts';

export type Row = Record<string, unknown>;

/** The rows of a database as they lie there, by the collection's name: to copy one many times, with other keys. */
export interface Tables {
  rows(collection: string, field: string, value: string): Promise<Row[]>;
  /** Adds rows of that collection, one from each number. `change` names fields as the collection does. */
  fill(collection: string, model: Row, count: number, change: (n: number) => Row): Promise<void>;
  close(): void;
}

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('-', '_');
const relations = new Set(['story', 'release', 'column']);

/** SQLite's own, past the CMS, which must be closed. */
export function sqliteTables(file: string): Tables {
  const db = openDatabase(file);
  db.exec('PRAGMA synchronous = OFF');
  const column = (field: string) => (relations.has(field) ? `${snake(field)}_id` : snake(field));
  return {
    rows: async (collection, field, value) =>
      db.prepare(`SELECT * FROM ${snake(collection)} WHERE ${column(field)} = ?`).all(value) as Row[],
    async fill(collection, model, count, change) {
      const names = Object.keys(model);
      const insert = db.prepare(
        `INSERT INTO ${snake(collection)} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      );
      db.exec('BEGIN IMMEDIATE');
      for (let n = 0; n < count; n += 1) {
        const row: Row = { ...model };
        for (const [field, value] of Object.entries(change(n)))
          row[names.includes(column(field)) ? column(field) : snake(field)] =
            value instanceof Date ? value.toISOString() : value;
        insert.run(...names.map((name) => row[name] as string));
      }
      db.exec('COMMIT');
    },
    close: () => db.close(),
  };
}

interface Raw {
  find(where: Row): { toArray(): Promise<Row[]> };
  insertMany(rows: Row[], options: { ordered: boolean }): Promise<unknown>;
}

/** MongoDB's own, past the CMS. */
export function mongoTables({ db }: Payload): Tables {
  const raw = (collection: string) =>
    (db as unknown as { collections: Record<string, { collection: Raw }> }).collections[collection]!.collection;
  const key = (field: string) => (field === 'id' ? '_id' : field);
  return {
    rows: (collection, field, value) =>
      raw(collection)
        .find({ [key(field)]: value })
        .toArray(),
    async fill(collection, model, count, change) {
      for (let from = 0; from < count; from += 2000) {
        const some = Array.from({ length: Math.min(2000, count - from) }, (_, i) => ({
          ...model,
          ...Object.fromEntries(Object.entries(change(from + i)).map(([field, value]) => [key(field), value])),
        }));
        await raw(collection).insertMany(some, { ordered: false });
      }
    },
    close: () => undefined,
  };
}
