import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkIntegrity } from '../../cms/sqlite/check-integrity.ts';
import { isHeld } from '../../cms/sqlite/held.ts';
import { exitCodes, Failure } from '../cli/failure.ts';
import { isMongo } from '../installation/kind.ts';
import type { Settings } from '../settings/settings.ts';
import { copyFiles, copyFolder, databaseName, filesBeside } from './copy-folder.ts';
import type { Manifest } from './manifest.ts';

type Place = Pick<Settings, 'DATA_DIR' | 'DATABASE_URL' | 'sqliteFile'>;

/** @throws Failure for MongoDB, which has its own tools */
export function requireSqlite(settings: Place, what: '备份' | '恢复'): void {
  if (!isMongo(settings)) return;
  const tool = what === '备份' ? 'mongodump --oplog' : 'mongorestore --oplogReplay';
  throw new Failure(`数据库是 MongoDB：请用 ${tool} ${what}数据库，并${what === '备份' ? '复制' : '放回'} ${settings.DATA_DIR} 里的 media 和 secret（见 docs/operations.md）。`, exitCodes.environment);
}

/**
 * A complete copy of the data folder in `dir`, taken while the product may be running: the database through SQLite (a
 * consistent snapshot), every other file beside it, all with checksums. Holds the secret, so only its owner may read it.
 * A folder that is not there yet is written beside and renamed: it appears whole or not at all.
 * @throws Failure with one Chinese sentence; for a damaged database after everything has been put aside as it is
 */
export async function backup(settings: Place, target: string, now: Date): Promise<Manifest> {
  const dir = resolve(target);
  requireSqlite(settings, '备份');
  if (dir === settings.DATA_DIR || dir.startsWith(`${settings.DATA_DIR}/`)) throw new Failure('备份不能放在数据目录里面：请换到别的磁盘上的文件夹。', exitCodes.usage);
  const found = await checkIntegrity(settings.sqliteFile, { full: true });
  if (found.state === 'missing' || found.state === 'empty') throw new Failure(`${settings.DATA_DIR} 里还没有数据库，没有可备份的。`);
  const isThere = existsSync(dir);
  if (isThere && (await readdir(dir)).length > 0) throw new Failure(`${dir} 里已经有文件：请给一个新的或空的文件夹。`, exitCodes.usage);
  // An empty folder may be a disk of its own: nothing can be renamed into its place.
  const work = isThere ? dir : `${dir}.partial`;
  if (!isThere) await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true, mode: 0o700 });
  const why = (found.why ?? '').replaceAll(/\s+/g, ' ').slice(0, 160);
  if (found.state === 'closed') throw new Failure(`数据库 ${settings.sqliteFile} 打不开（${why}）：没有备份，请检查权限。`, exitCodes.environment);
  if (found.state === 'damaged') await putAside(settings, work);
  const manifest = found.state === 'ok' ? await copyFolder(settings, work, now) : null;
  if (!isThere) await rename(work, dir);
  if (manifest) return manifest;
  throw new Failure(`数据库 ${settings.sqliteFile} 损坏了（${why}）：这不是一份能用的备份，只把现在的文件原样复制到了 ${dir}，供修复时用。请停下系统，用以前的备份恢复：npx chengxin restore 备份文件夹 --force。`);
}

/** Damaged as it is, for whoever may still get something out of it. It has no manifest: no restore takes it for good. */
async function putAside({ DATA_DIR, sqliteFile }: Place, dir: string): Promise<void> {
  if (isHeld(sqliteFile)) throw new Error('the database is open in this process');
  await copyFiles(DATA_DIR, dir, await filesBeside(DATA_DIR, sqliteFile), false);
  for (const end of ['', '-wal', '-journal']) {
    // eslint-disable-next-line no-restricted-syntax -- this process has no lock on it to lose
    if (existsSync(`${sqliteFile}${end}`)) await copyFile(`${sqliteFile}${end}`, join(dir, `${databaseName}${end}`));
  }
  await writeFile(join(dir, '损坏.txt'), '这里的数据库是损坏的，原样复制，不能用来恢复。\n');
}
