import { exitCodes, Failure } from '../cli/failure.ts';
import type { OpenCms } from '../compose/open-cms.ts';
import { checkIntegrity } from '../../cms/sqlite/check-integrity.ts';
import { pendingIn } from '../../cms/sqlite/migrate/pending.ts';
import { isMongo } from '../installation/kind.ts';
import { sentenceFor } from '../installation/sound.ts';
import type { Settings } from '../settings/settings.ts';
import { ok, warn, type Finding } from './finding.ts';

/**
 * Looks whether a SQLite file is whole, indexes and all, and of this version; null: it may be opened, as may a server.
 * @throws Failure when it is damaged
 */
export async function checkFile(settings: Settings): Promise<Finding | null> {
  if (isMongo(settings)) return null;
  const found = await checkIntegrity(settings.sqliteFile, { full: true });
  if (found.state === 'damaged' || found.state === 'closed')
    throw new Failure(await sentenceFor(settings, found), exitCodes.environment);
  if (found.state !== 'ok') return warn('数据库', '还没有数据库：第一次启动时会建。');
  const { pending } = await pendingIn(settings.sqliteFile);
  return pending.length > 0
    ? warn('数据库', `SQLite 完好，还有 ${pending.length} 项升级没有做：请运行 chengxin migrate（start 会自动做）。`)
    : null;
}

/** Asks the opened database something. */
export async function checkDatabase({ payload, settings }: OpenCms): Promise<Finding> {
  const { totalDocs } = await payload.count({ collection: 'publications', overrideAccess: true });
  return ok('数据库', `${isMongo(settings) ? 'MongoDB 连得上' : 'SQLite 完好，连得上'}，已发布 ${totalDocs} 篇`);
}
