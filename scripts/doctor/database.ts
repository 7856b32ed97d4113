import { exitCodes, Failure } from '../cli/failure.ts';
import { openCms } from '../compose/open-cms.ts';
import { checkIntegrity } from '../../cms/sqlite/check-integrity.ts';
import { pendingIn } from '../../cms/sqlite/migrate/pending.ts';
import { isMongo } from '../installation/kind.ts';
import { sentenceFor } from '../installation/sound.ts';
import type { Settings } from '../settings/settings.ts';
import { ok, warn, type Finding } from './finding.ts';

/**
 * Looks whether a SQLite file is whole, indexes and all, then opens the database for real and asks it something.
 * @throws Failure when it is damaged or cannot be reached
 */
export async function checkDatabase(settings: Settings): Promise<Finding> {
  if (!isMongo(settings)) {
    const found = await checkIntegrity(settings.sqliteFile, { full: true });
    if (found.state === 'damaged' || found.state === 'closed') throw new Failure(await sentenceFor(settings, found), exitCodes.environment);
    if (found.state !== 'ok') return warn('数据库', '还没有数据库：第一次启动时会建。');
    const { pending } = await pendingIn(settings.sqliteFile);
    if (pending.length > 0) return warn('数据库', `SQLite 完好，还有 ${pending.length} 项升级没有做：请运行 chengxin migrate（start 会自动做）。`);
  }
  const cms = await openCms();
  try {
    const kind = isMongo(settings) ? 'MongoDB 连得上' : 'SQLite 完好，连得上';
    const { totalDocs } = await cms.payload.count({ collection: 'publications', overrideAccess: true });
    return ok('数据库', `${kind}，已发布 ${totalDocs} 篇`);
  } finally {
    await cms.close();
  }
}
