import { DatabaseSync } from 'node:sqlite';

/** One holder at a time, or many who only look. */
export type LockKind = 'exclusive' | 'shared';

/**
 * A lock that the operating system takes back by itself when its holder dies, on every platform: an empty SQLite file,
 * locked through SQLite. Nothing is ever written into it, so nothing stale can be left behind by `kill -9`.
 * @returns how to let go (once more does nothing), or null when somebody else holds it the other way
 */
export function lockFile(file: string, kind: LockKind): (() => void) | null {
  const lock = new DatabaseSync(file);
  try {
    lock.exec('PRAGMA busy_timeout = 0');
    if (kind === 'exclusive') lock.exec('BEGIN EXCLUSIVE');
    else {
      lock.exec('BEGIN');
      lock.prepare('SELECT count(*) FROM sqlite_schema').get();
    }
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'errcode' in error && [5, 6].includes(Number(error.errcode) & 0xff)) return null;
    throw error;
  }
  return () => {
    if (lock.isOpen) lock.close();
  };
}
