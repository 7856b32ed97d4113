import type { DatabaseSync } from 'node:sqlite';
import { openDatabase } from '../../cms/sqlite/open-database.ts';
import { firstStartKey, firstStartSchema } from '../../cms/starter/first-start.ts';

/** How far the first start of a SQLite installation has come, and whether anybody has written into it since. */
export interface FirstStart {
  /** `unknown`: made by a version that kept no record. */
  state: 'begun' | 'done' | 'unknown';
  /** Somebody has logged in, or written or imported something of their own: nothing may be taken from them. */
  touched: boolean;
  users: number;
  /** Nothing at all has been written yet but, perhaps, the schema. */
  blank: boolean;
}

/** Where people's own rows lie. What the starter content makes has ids of UUID version 5, people's are version 7. */
const written = ['stories', 'media', 'campaigns', 'posts', 'columns', 'nominations', 'papers'];

/** Reads it from the file, before the CMS is opened. Changes nothing. */
export function firstStartSeen(file: string): FirstStart {
  const database = openDatabase(file, { readOnly: true });
  try {
    const has = (table: string) =>
      database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !== undefined;
    const count = (table: string, where = '1') =>
      has(table) ? Number(database.prepare(`SELECT count(*) AS n FROM "${table}" WHERE ${where}`).get()?.n) : 0;
    const users = count('users');
    const own = written.some((table) => count(table, "substr(id, 15, 1) <> '5'") > 0);
    const state = has('payload_kv') ? stateIn(database) : 'unknown';
    const blank = state === 'unknown' && [...written, 'users'].every((table) => count(table) === 0);
    return { state, users, blank, touched: own || users > 1 || count('sign_ins') > 0 };
  } finally {
    database.close();
  }
}

function stateIn(database: DatabaseSync): FirstStart['state'] {
  const row = database.prepare('SELECT data FROM payload_kv WHERE key = ?').get(firstStartKey);
  if (!row) return 'unknown';
  return firstStartSchema.safeParse(JSON.parse(String(row.data))).data?.state ?? 'unknown';
}
