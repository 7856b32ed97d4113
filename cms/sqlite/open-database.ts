import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { isHeld } from './held.ts';

/**
 * The one door to a SQLite file beside the CMS's own connection (lint keeps `node:sqlite` out of every other folder).
 * POSIX drops all locks that a process has on a file as soon as it closes any descriptor of it, and this SQLite knows
 * nothing of the one inside the CMS: opened twice in one process, the next outside reader removes the write-ahead log
 * under the running product, and what was acknowledged is lost. So a file that the CMS of this process has open is refused.
 * @param file a path, or a `file:` URL with SQLite's own parameters
 * @throws Error when the CMS of this process has it open; SQLite's own errors
 */
export function openDatabase(file: string | URL, { readOnly = false }: { readOnly?: boolean } = {}): DatabaseSync {
  const path = typeof file === 'string' ? file : fileURLToPath(file);
  if (isHeld(path))
    throw new Error(`本进程正开着数据库 ${path}，不能再用别的办法打开它：请走它自己的连接，或另开一个进程。`);
  const database = new DatabaseSync(file, { readOnly });
  database.exec('PRAGMA busy_timeout = 10000');
  return database;
}

/** SQLite's number for an error, e.g. 11 (corrupt), 26 (not a database); null for any other error. */
export function sqliteCode(error: unknown): number | null {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : Number.NaN;
  return Number.isNaN(code) ? null : code & 0xff;
}
