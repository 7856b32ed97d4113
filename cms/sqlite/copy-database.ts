import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openDatabase } from './open-database.ts';

/**
 * A consistent copy of a SQLite file with all that is in its write-ahead log, taken by SQLite itself while others may be
 * writing. The copy appears whole or not at all.
 * @param to must not exist
 * @throws SQLite's own errors: what is damaged cannot be copied so
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const beside = `${to}.partial`;
  await rm(beside, { force: true });
  const source = openDatabase(from);
  try {
    source.prepare('VACUUM INTO ?').run(beside);
  } finally {
    source.close();
  }
  await flush(beside);
  await rename(beside, to);
  await flush(dirname(to));
}

/** Makes what was written, or renamed into a folder, outlast a power cut. Never call it on a database that somebody has open. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    // Windows opens no folders; there renames are flushed by the file system alone.
    if (error.code === 'EPERM' || error.code === 'EISDIR') return null;
    throw error;
  });
  try {
    await handle?.sync();
  } finally {
    await handle?.close();
  }
}
