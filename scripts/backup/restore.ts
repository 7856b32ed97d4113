import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { exitCodes, Failure } from '../cli/failure.ts';
import type { Settings } from '../settings/settings.ts';
import { databaseName, sqliteOf } from './backup.ts';
import { verifyBackup, type Manifest } from './manifest.ts';

export interface Restored extends Manifest {
  /** Where what was there before has been put; null when there was nothing. */
  kept: string | null;
}

const coming = '.restoring';

/**
 * Puts a backup in place of the data folder's contents, after every checksum has been verified. Deletes nothing: with
 * `force` what was there is moved aside. The product must be stopped.
 * @throws Failure with one Chinese sentence; then nothing has changed
 */
export async function restore(settings: Pick<Settings, 'DATA_DIR' | 'DATABASE_URL' | 'sqliteFile'>, source: string, { force, now }: { force: boolean; now: Date }): Promise<Restored> {
  const from = resolve(source);
  const into = settings.DATA_DIR;
  const database = sqliteOf(settings, '恢复');
  if (dirname(database) !== into) throw new Failure(`DATABASE_URL 指向数据目录以外的 ${database}：请先去掉 DATABASE_URL，恢复到 ${into} 里。`, exitCodes.environment);
  const manifest = await verifyBackup(from);

  await mkdir(into, { recursive: true, mode: 0o700 });
  await rm(join(into, coming), { recursive: true, force: true });
  // The register of what was taken back stays where it is: it is newer than any backup.
  const present = (await readdir(into)).filter((name) => name !== '.writable' && name !== 'register');
  if (present.length > 0 && !force) {
    throw new Failure(`数据目录 ${into} 里已经有数据，没有恢复：请换一个空的 DATA_DIR；或加 --force，原有的会移到一边留着。`);
  }
  for (const { path } of manifest.files) {
    const to = join(into, coming, path);
    await mkdir(dirname(to), { recursive: true });
    await copyFile(join(from, path), to);
  }
  const kept = present.length > 0 ? join(into, `before-restore-${now.toISOString().slice(0, 19).replaceAll(/\D/g, '')}`) : null;
  if (kept) {
    await mkdir(kept);
    for (const name of present) await rename(join(into, name), join(kept, name));
  }
  for (const name of await readdir(join(into, coming))) {
    await rename(join(into, coming, name), join(into, name === databaseName ? basename(database) : name));
  }
  await rm(join(into, coming), { recursive: true });
  return { ...manifest, kept };
}
