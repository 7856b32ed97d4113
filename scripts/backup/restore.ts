import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { plainWords } from '../../campaigns/bulkhead/plain-words.ts';
import { checkIntegrity } from '../../cms/sqlite/check-integrity.ts';
import { flush } from '../../cms/sqlite/copy-database.ts';
import { exitCodes, Failure } from '../cli/failure.ts';
import type { Settings } from '../settings/settings.ts';
import { isMongo } from '../installation/kind.ts';
import { databaseName } from './copy-folder.ts';
import { verifyBackup, type Manifest } from './manifest.ts';
import { dropComing, holdsData, loadMongo } from './mongo/load.ts';
import { folder } from './mongo/place.ts';
import { coming, isOurs, moveIn, settleRestore } from './move-in.ts';

type Place = Pick<Settings, 'DATA_DIR' | 'DATABASE_URL' | 'sqliteFile'>;

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
export async function restore(
  settings: Place,
  source: string,
  { force, now }: { force: boolean; now: Date },
): Promise<Restored> {
  const from = resolve(source);
  const into = settings.DATA_DIR;
  const mongo = isMongo(settings) ? (settings.DATABASE_URL ?? '') : null;
  if (mongo === null && dirname(settings.sqliteFile) !== into)
    throw new Failure(
      `DATABASE_URL 指向数据目录以外的 ${settings.sqliteFile}：请先去掉 DATABASE_URL，恢复到 ${into} 里。`,
      exitCodes.environment,
    );
  const manifest = await verifyBackup(from);
  const dumped = manifest.files.map(({ path }) => path).filter((path) => path.startsWith(`${folder}/`));
  if ((mongo === null) === dumped.length > 0) {
    throw new Failure(
      `这份备份里的数据库是${mongo === null ? ' MongoDB 的，现在用的是 SQLite' : ' SQLite 的，现在用的是 MongoDB'}：没有恢复，请让 DATABASE_URL 和做备份时一样。`,
      exitCodes.environment,
    );
  }

  await mkdir(into, { recursive: true, mode: 0o700 });
  await settleRestore(settings);
  const present = (await readdir(into)).filter((name) => !isOurs(name));
  if (mongo !== null && !force && (await holdsData(mongo)))
    throw new Failure('MongoDB 的这个库里已经有数据，没有恢复：请换一个空的库；或加 --force，原有的会改名留着。');
  if (present.length > 0 && !force) {
    throw new Failure(
      `数据目录 ${into} 里已经有数据，没有恢复：请换一个空的 DATA_DIR；或加 --force，原有的会移到一边留着。`,
    );
  }
  await mkdir(join(into, coming), { mode: 0o700 });
  const come = await gather(settings, from, manifest, dumped).catch((error: unknown) => ({ why: plainWords(error) }));
  if ('why' in come) {
    await rm(join(into, coming), { recursive: true, force: true });
    if (mongo !== null) await dropComing(mongo).catch(() => undefined);
    throw new Failure(`${come.why}没有恢复，什么都没有改动。`);
  }
  const stamp = now.toISOString().slice(0, 19).replaceAll(/\D/g, '');
  const kept = present.length > 0 ? `before-restore-${stamp}` : null;
  await moveIn(settings, { kept, out: present, ...(come.names ? { mongo: { stamp, names: come.names } } : {}) });
  return { ...manifest, kept: kept && join(into, kept) };
}

/** Copies everything in, beside what is there. @returns names of the collections that have come; null with SQLite @throws Error with a sentence */
async function gather(
  { DATABASE_URL, DATA_DIR }: Place,
  from: string,
  { files }: Manifest,
  dumped: readonly string[],
): Promise<{ names: string[] | null }> {
  for (const { path } of files.filter((file) => !dumped.includes(file.path))) {
    const to = join(DATA_DIR, coming, path);
    await mkdir(dirname(to), { recursive: true });
    await copyFile(join(from, path), to);
    await flush(to);
  }
  if (dumped.length > 0) return { names: await loadMongo(DATABASE_URL ?? '', from, dumped) };
  const { state, why } = await checkIntegrity(join(DATA_DIR, coming, databaseName), { full: true });
  if (state !== 'ok')
    throw new Error(`备份里的数据库是坏的（${(why ?? state).replaceAll(/\s+/g, ' ').slice(0, 160)}）：请换一份备份。`);
  return { names: null };
}
