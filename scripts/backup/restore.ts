import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { checkIntegrity } from '../../cms/sqlite/check-integrity.ts';
import { flush } from '../../cms/sqlite/copy-database.ts';
import { exitCodes, Failure } from '../cli/failure.ts';
import type { Settings } from '../settings/settings.ts';
import { requireSqlite } from './backup.ts';
import { databaseName } from './copy-folder.ts';
import { verifyBackup, type Manifest } from './manifest.ts';
import { coming, isOurs, moveIn, settleRestore } from './move-in.ts';

export interface Restored extends Manifest {
  /** Where what was there before has been put; null when there was nothing. */
  kept: string | null;
}

/**
 * Puts a backup in place of the data folder's contents, after every checksum has been verified and SQLite has found the
 * database whole. Deletes nothing: with `force` what was there is moved aside. The product must be stopped. Killed while
 * it copies, nothing has changed; killed while it moves, the next start or restore finishes it (`move-in.ts`).
 * @throws Failure with one Chinese sentence; then nothing has changed
 */
export async function restore(settings: Pick<Settings, 'DATA_DIR' | 'DATABASE_URL' | 'sqliteFile'>, source: string, { force, now }: { force: boolean; now: Date }): Promise<Restored> {
  const from = resolve(source);
  const into = settings.DATA_DIR;
  requireSqlite(settings, '恢复');
  if (dirname(settings.sqliteFile) !== into) throw new Failure(`DATABASE_URL 指向数据目录以外的 ${settings.sqliteFile}：请先去掉 DATABASE_URL，恢复到 ${into} 里。`, exitCodes.environment);
  const manifest = await verifyBackup(from);

  await mkdir(into, { recursive: true, mode: 0o700 });
  await settleRestore(settings);
  const present = (await readdir(into)).filter((name) => !isOurs(name));
  if (present.length > 0 && !force) {
    throw new Failure(`数据目录 ${into} 里已经有数据，没有恢复：请换一个空的 DATA_DIR；或加 --force，原有的会移到一边留着。`);
  }
  await mkdir(join(into, coming), { mode: 0o700 });
  for (const { path } of manifest.files) {
    const to = join(into, coming, path);
    await mkdir(dirname(to), { recursive: true });
    await copyFile(join(from, path), to);
    await flush(to);
  }
  const { state, why } = await checkIntegrity(join(into, coming, databaseName), { full: true });
  if (state !== 'ok') {
    await rm(join(into, coming), { recursive: true, force: true });
    throw new Failure(`备份里的数据库是坏的（${(why ?? state).replaceAll(/\s+/g, ' ').slice(0, 160)}）：没有恢复，什么都没有改动，请换一份备份。`);
  }
  const kept = present.length > 0 ? `before-restore-${now.toISOString().slice(0, 19).replaceAll(/\D/g, '')}` : null;
  await moveIn(settings, { kept, out: present });
  return { ...manifest, kept: kept && join(into, kept) };
}
