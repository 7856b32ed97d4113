import { copyFile, link, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { copyDatabase, flush } from '../../cms/sqlite/copy-database.ts';
import type { Settings } from '../settings/settings.ts';
import { manifestName, sha256Of, type Manifest } from './manifest.ts';

/** How the database is called in every copy, wherever it lay. */
export const databaseName = 'chengxin.db';

/** Made again by itself, somebody's scratch, a lock, copies of the same data, or the register of what was taken back, which is to outlive every copy. */
const isLeftOut = (name: string) =>
  ['snapshot', 'simulate', 'backup', 'register'].includes(name) ||
  name.startsWith('before-restore-') ||
  /^\.(writable|starting|in-use|restor)/.test(name);

/** The database itself, with what SQLite keeps beside it: never touched as files. */
const isDatabase = (file: string, database: string) =>
  [database, `${database}-wal`, `${database}-shm`, `${database}-journal`].includes(file);
const isCheckpoint = (name: string) => name.startsWith('audit/');

export interface CopyOptions {
  /** Pictures are linked, not copied: they are never written again, and take no room twice. */
  link?: boolean;
  /** Copies a database that is no SQLite file into the folder; returns its files. */
  data?(): Promise<string[]>;
}

/**
 * Copies a data folder into the empty folder `dir`: the database through SQLite (with what only its write-ahead log
 * holds), every other file beside it. The manifest with all checksums is written last: without it, it is not a copy.
 * @throws SQLite's errors for a damaged database, the file system's for a full disk
 */
export async function copyFolder(
  { DATA_DIR, sqliteFile }: Pick<Settings, 'DATA_DIR' | 'sqliteFile'>,
  dir: string,
  now: Date,
  { link: mayLink = false, data }: CopyOptions = {},
): Promise<Manifest> {
  // Before the database: its audit rows may be newer than their checkpoints, never older.
  const checkpoints = await copyFiles(DATA_DIR, dir, (await filesUnder(DATA_DIR)).filter(isCheckpoint), false);
  const database = data ? await data() : [databaseName];
  if (!data) await copyDatabase(sqliteFile, join(dir, databaseName));
  const others = await copyFiles(DATA_DIR, dir, await filesBeside(DATA_DIR, sqliteFile), mayLink);
  const files: Manifest['files'] = [];
  for (const path of [...database, ...others, ...checkpoints]) {
    files.push({ path, bytes: (await stat(join(dir, path))).size, sha256: await sha256Of(join(dir, path)) });
  }
  const manifest: Manifest = { format: 1, madeAt: now.toISOString(), files };
  await writeFile(join(dir, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
  return manifest;
}

/** What a copy holds besides the database and the audit trail's checkpoints, as paths relative to the data folder. */
export const filesBeside = async (dataDir: string, database: string): Promise<string[]> =>
  (await filesUnder(dataDir)).filter(
    (name) => !isCheckpoint(name) && !isLeftOut(name.split('/')[0] ?? '') && !isDatabase(join(dataDir, name), database),
  );

/** @returns those that were there: what goes while the copy is made is not missed by it */
export async function copyFiles(from: string, to: string, names: string[], mayLink: boolean): Promise<string[]> {
  const copied: string[] = [];
  for (const name of names) {
    const target = join(to, name);
    await mkdir(dirname(target), { recursive: true });
    try {
      if (mayLink && name.startsWith('media/'))
        await link(join(from, name), target).catch(() => copyFile(join(from, name), target));
      else await copyFile(join(from, name), target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
      throw error;
    }
    await flush(target);
    copied.push(name);
  }
  return copied;
}

/** Regular files, as paths relative to `root`, with `/`. */
async function filesUnder(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((e) => e.isFile())
    .map((e) =>
      join(e.parentPath, e.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
