import { existsSync, statSync } from 'node:fs';
import { openDatabase, sqliteCode } from './open-database.ts';

/**
 * What a SQLite file is: `missing`; `empty` (no byte, or no table: nobody has ever written into it); `ok`; `damaged`;
 * `closed` (this account may not read it, or somebody holds it shut).
 */
export interface Inspection {
  state: 'missing' | 'empty' | 'ok' | 'damaged' | 'closed';
  /** SQLite's own words for what is wrong, in English: for the operator's report, behind a Chinese sentence. */
  why: string | null;
}

/** Reads the file with SQLite and changes nothing. @param full also compares every index with its table: slower */
function inspect(file: string, full: boolean): Inspection {
  if (!existsSync(file)) return { state: 'missing', why: null };
  if (statSync(file).size === 0 && !existsSync(`${file}-wal`)) return { state: 'empty', why: null };
  try {
    const database = openDatabase(file, { readOnly: true });
    try {
      const found = database
        .prepare(full ? 'PRAGMA integrity_check(5)' : 'PRAGMA quick_check(5)')
        .all()
        .map((row) => String(Object.values(row)[0]));
      if (found.length !== 1 || found[0] !== 'ok') return { state: 'damaged', why: found.join('; ') };
      const tables = database.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE type = 'table'").get()?.n;
      return { state: tables === 0 ? 'empty' : 'ok', why: null };
    } finally {
      database.close();
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { state: [11, 26].includes(sqliteCode(error) ?? 0) ? 'damaged' : 'closed', why };
  }
}

// As a program: `inspect.ts FILE quick|full` prints the inspection as one line of JSON.
if (import.meta.main) process.stdout.write(JSON.stringify(inspect(process.argv[2] ?? '', process.argv[3] === 'full')));
