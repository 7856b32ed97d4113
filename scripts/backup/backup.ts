import { copyFile, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { exitCodes, Failure } from '../cli/failure.ts';
import type { Settings } from '../settings/settings.ts';
import { manifestName, sha256Of, type Manifest } from './manifest.ts';

type Place = Pick<Settings, 'DATA_DIR' | 'DATABASE_URL' | 'sqliteFile'>;

export const databaseName = 'chengxin.db';
/** Made again by itself, somebody's scratch, or the register of what was taken back, which is to outlive every copy. */
const isLeftOut = (name: string) => ['snapshot', 'simulate', 'backup', 'register', '.writable', '.restoring'].includes(name) || name.startsWith('before-restore-');

/** @throws Failure for MongoDB, which has its own tools */
export function sqliteOf(settings: Place, what: '备份' | '恢复'): string {
  if (settings.DATABASE_URL?.startsWith('mongodb')) {
    const tool = what === '备份' ? 'mongodump --oplog' : 'mongorestore --oplogReplay';
    throw new Failure(`数据库是 MongoDB：请用 ${tool} ${what}数据库，并${what === '备份' ? '复制' : '放回'} ${settings.DATA_DIR} 里的 media 和 secret（见 docs/operations.md）。`, exitCodes.environment);
  }
  return settings.DATABASE_URL?.replace(/^file:/, '') ?? settings.sqliteFile;
}

/**
 * A complete copy of the data folder in `dir`, taken while the product may be running: the database by VACUUM INTO (a
 * consistent snapshot), every other file beside it, all with checksums. Holds the secret, so only its owner may read it.
 * @throws Failure with one Chinese sentence
 */
export async function backup(settings: Place, target: string, now: Date): Promise<Manifest> {
  const dir = resolve(target);
  const database = sqliteOf(settings, '备份');
  if (!existsSync(database)) throw new Failure(`${settings.DATA_DIR} 里还没有数据库，没有可备份的。`);
  if (dir === settings.DATA_DIR || dir.startsWith(`${settings.DATA_DIR}/`)) throw new Failure('备份不能放在数据目录里面：请换到别的磁盘上的文件夹。', exitCodes.usage);
  await mkdir(dir, { recursive: true, mode: 0o700 });
  if ((await readdir(dir)).length > 0) throw new Failure(`${dir} 里已经有文件：请给一个新的或空的文件夹。`, exitCodes.usage);

  // Before the database: its audit rows may be newer than their checkpoints, never older.
  const checkpoints = (await filesUnder(settings.DATA_DIR)).filter(isCheckpoint);
  for (const name of checkpoints) await copyInto(settings.DATA_DIR, dir, name);

  const source = new DatabaseSync(database);
  try {
    source.exec('PRAGMA busy_timeout = 10000');
    source.prepare('VACUUM INTO ?').run(join(dir, databaseName));
  } finally {
    source.close();
  }
  const names = (await filesUnder(settings.DATA_DIR)).filter((name) => !isCheckpoint(name) && !isLeftOut(name.split('/')[0] ?? '') && !isDatabase(join(settings.DATA_DIR, name), database));
  for (const name of names) await copyInto(settings.DATA_DIR, dir, name);
  const files: Manifest['files'] = [];
  for (const path of [databaseName, ...names, ...checkpoints]) {
    files.push({ path, bytes: (await stat(join(dir, path))).size, sha256: await sha256Of(join(dir, path)) });
  }
  const manifest: Manifest = { format: 1, madeAt: now.toISOString(), files };
  await writeFile(join(dir, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

const isCheckpoint = (name: string) => name.startsWith('audit/');

async function copyInto(from: string, to: string, name: string): Promise<void> {
  await mkdir(dirname(join(to, name)), { recursive: true });
  await copyFile(join(from, name), join(to, name));
}

const isDatabase = (file: string, database: string) => [database, `${database}-wal`, `${database}-shm`, `${database}-journal`].includes(file);

/** Regular files, as paths relative to `root`. */
async function filesUnder(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name).slice(root.length + 1)).sort();
}
