import { existsSync } from 'node:fs';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { committed, pendingIn } from '../../cms/sqlite/migrate/pending.ts';
import { migrateDatabase } from '../../cms/sqlite/migrate/migrate-database.ts';
import { exitCodes, Failure } from '../cli/failure.ts';
import { say, step } from '../cli/talk.ts';
import { openCms, type OpenCms } from '../compose/open-cms.ts';
import { settleRestore } from '../backup/move-in.ts';
import { openSettings } from '../settings/apply.ts';
import { tighten } from '../settings/private.ts';
import type { Settings } from '../settings/settings.ts';
import { copyBefore } from './copies.ts';
import type { Login } from './first-login.ts';
import { completeFirstStart, isUnused } from './first-start.ts';
import { useDataDir } from './in-use.ts';
import { isMongo } from './kind.ts';
import { setUnfinishedAside } from './set-aside.ts';
import { requireSound } from './sound.ts';
import { takeTurn } from './turn.ts';

export interface ReadyOptions {
  /**
   * `start`: brings everything to this version and carries a first start through; `migrate`: the schema alone;
   * `examples`: like `nothing`, but a machine that was never started gets the examples; `nothing`: an installation that is
   * behind is refused, one that was never started gets its schema.
   */
  for: 'start' | 'migrate' | 'examples' | 'nothing';
  /** Whether this process shows people where to log in (`start` alone). */
  showsLogin?: boolean;
}

export interface Ready extends OpenCms {
  /** Names of the migrations that ran now. */
  migrated: string[];
  /** The log-in to print, or null. */
  login: Login | null;
}

/**
 * Opens an installation so that it is whole: one process at a time looks whether the database is sound, ends what an
 * earlier one was killed in, copies and migrates, opens the CMS and carries the first start through.
 * @throws Failure with one Chinese sentence
 */
export async function openReady(options: ReadyOptions): Promise<Ready> {
  const settings = await openSettings();
  const release = useDataDir(settings.DATA_DIR);
  let endTurn = async () => {};
  try {
    await tellOpen(settings.DATA_DIR);
    endTurn = await reached(settings, () => takeTurn(settings));
    await endRestore(settings);
    const migrated = isMongo(settings) ? [] : await prepareSqlite(settings, options);
    const cms = await openCms();
    const close = async () => {
      await cms.close();
      release();
    };
    try {
      const login =
        options.for === 'start'
          ? await completeFirstStart(cms.payload, systemClock, { again: options.showsLogin ?? false })
          : null;
      if (options.for === 'examples' && (await isUnused(cms.payload))) await writeExamples(cms);
      return { ...cms, close, migrated, login };
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    release();
    throw error;
  } finally {
    await endTurn();
  }
}

async function writeExamples({ payload }: OpenCms): Promise<void> {
  say('还没有任何数据，先写入示例内容。');
  const { seed } = await import('../../cms/starter/seed.ts');
  await step('写入示例内容', () => seed(payload, say, { installing: true }));
}

async function endRestore(settings: Settings): Promise<void> {
  const settled = await settleRestore(settings);
  if (settled === 'finished') say('▸ 上次恢复备份被中断了，已经接着做完。');
  if (settled === 'undone') say('▸ 上次恢复备份没有做完就被中断了，已经撤销：数据还是恢复以前的样子。');
}

/** The database as it must be before the CMS opens it. @returns names of the migrations that ran */
async function prepareSqlite(settings: Settings, { for: purpose }: ReadyOptions): Promise<string[]> {
  let state = await requireSound(settings);
  if (state === 'ok' && purpose === 'start') {
    const aside = await setUnfinishedAside(settings, systemClock.now());
    if (aside) {
      say(`▸ 上次第一次启动没有做完（被中断了），没有人用过：重新开始。没做完的移到了 ${aside}，可以删掉。`);
      state = 'new';
    }
  }
  const { pending, isNew } =
    state === 'new'
      ? { pending: (await committed()).map(({ name }) => name), isNew: true }
      : await pendingIn(settings.sqliteFile);
  const [first] = pending;
  if (first === undefined) return [];
  if (!isNew && purpose !== 'start' && purpose !== 'migrate') {
    throw new Failure(
      '数据库还是旧版本的：请先运行 chengxin migrate（start 会自动做），再运行这条命令。',
      exitCodes.environment,
    );
  }
  const copy =
    state === 'new' || !existsSync(settings.sqliteFile)
      ? null
      : await step('升级以前先留一份完整的副本', () => copyBefore(settings, first, systemClock.now()));
  try {
    const { done, mended } = await migrateDatabase(settings.sqliteFile);
    if (mended.length > 0) say(`▸ 上次升级 ${mended.join('、')} 做到一半被中断了，已经接着做完。`);
    return done;
  } catch (error) {
    const why = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : String(error);
    throw new Failure(
      `数据库升级没有做成（${why}）：数据库没有改动。${copy ? `升级以前的副本在 ${copy}，可以用 npx chengxin restore ${copy} --force 恢复；` : ''}请把这句话发给维护人员。`,
      exitCodes.failed,
      { cause: error },
    );
  }
}

/** What earlier versions left open to every account of the machine is closed at each start. */
async function tellOpen(dataDir: string): Promise<void> {
  const refused = await tighten(dataDir);
  if (refused.length > 0)
    say(
      `! ${refused[0]} 等 ${refused.length} 个文件别的账号也读得到，而本账号改不了：请用它们的主人运行 chmod -R go= ${dataDir}。`,
    );
}

/** A MongoDB that does not answer is told as the CMS tells it. */
async function reached<T>(settings: Settings, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isMongo(settings)) throw error;
    const { unreachable } = await import('../compose/open-cms.ts');
    throw unreachable(settings, error);
  }
}
