import { existsSync } from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { codeOf } from '../../campaigns/bulkhead/plain-words.ts';
import { checkIntegrity } from '../../cms/sqlite/check-integrity.ts';
import { isHeld } from '../../cms/sqlite/held.ts';
import { exitCodes, Failure } from '../cli/failure.ts';
import { say } from '../cli/talk.ts';
import { isMongo } from '../installation/kind.ts';
import type { Settings } from '../settings/settings.ts';
import { copyFiles, copyFolder, databaseName, filesBeside } from './copy-folder.ts';
import type { Manifest } from './manifest.ts';
import { dumpMongo } from './mongo/dump.ts';
import { holdsData } from './mongo/load.ts';
import { openTarget } from './target.ts';

type Place = Pick<Settings, 'DATA_DIR' | 'DATABASE_URL' | 'sqliteFile'>;

/**
 * A complete copy of the data folder in `dir`, taken while the product may be running: the database through SQLite (a
 * consistent snapshot) or from MongoDB, every other file beside it, all with checksums. Holds the secret, so only its owner may read it.
 * A folder that is not there yet is written beside and renamed: it appears whole or not at all.
 * @throws Failure with one Chinese sentence; for a damaged database after everything has been put aside as it is
 */
export async function backup(settings: Place, target: string, now: Date): Promise<Manifest> {
  const dir = resolve(target);
  if (dir === settings.DATA_DIR || dir.startsWith(`${settings.DATA_DIR}/`))
    throw new Failure('备份不能放在数据目录里面：请换到别的磁盘上的文件夹。', exitCodes.usage);
  if (isMongo(settings)) return backupMongo(settings, dir, now);
  const found = await checkIntegrity(settings.sqliteFile, { full: true });
  if (found.state === 'missing' || found.state === 'empty')
    throw new Failure(`${settings.DATA_DIR} 里还没有数据库，没有可备份的。`);
  const why = (found.why ?? '').replaceAll(/\s+/g, ' ').slice(0, 160);
  if (found.state === 'closed')
    throw new Failure(`数据库 ${settings.sqliteFile} 打不开（${why}）：没有备份，请检查权限。`, exitCodes.environment);
  const manifest = await into(dir, async (work) => {
    if (found.state === 'ok') return copyFolder(settings, work, now);
    await putAside(settings, work);
    return null;
  });
  if (manifest) return manifest;
  throw new Failure(
    `数据库 ${settings.sqliteFile} 损坏了（${why}）：这不是一份能用的备份，只把现在的文件原样复制到了 ${dir}，供修复时用。请停下系统，用以前的备份恢复：npx chengxin restore 备份文件夹 --force。`,
  );
}

async function backupMongo(settings: Place, dir: string, now: Date): Promise<Manifest> {
  const url = settings.DATABASE_URL ?? '';
  if (!(await holdsData(url))) throw new Failure('MongoDB 里还没有数据，没有可备份的。');
  return into(dir, (work) =>
    copyFolder(settings, work, now, {
      async data() {
        const { atOnce, files } = await dumpMongo(url, work);
        if (!atOnce)
          say(
            '这台 MongoDB 不是副本集，备份期间的改动可能只有一半在里面：请在没有人工作的时候再备份一次，或改成副本集。',
          );
        return files;
      },
    }),
  );
}

/** @throws Failure when the disk of the backup is full, after what was begun has been taken away */
async function into<T>(dir: string, write: (work: string) => Promise<T>): Promise<T> {
  const { appear, giveUp, work } = await openTarget(dir);
  try {
    const written = await write(work);
    await appear();
    return written;
  } catch (error) {
    await giveUp();
    if (!/^(ENOSPC|EDQUOT|SQLITE_FULL)/.test(codeOf(error)) && !/disk is full/i.test(String(error))) throw error;
    throw new Failure(
      `没有备份成：${dir} 所在的磁盘满了，已经写的都清掉了；请腾出地方或换一块盘，再备份一次。`,
      exitCodes.environment,
      { cause: error },
    );
  }
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
