import { openCms } from '../compose/open-cms.ts';
import { pendingMigrations } from '../compose/migrate.ts';
import { ok, warn, type Finding } from './finding.ts';

/** Opens the database for real and asks it something. @throws Failure when it cannot be reached. */
export async function checkDatabase(): Promise<Finding> {
  const cms = await openCms();
  try {
    const kind = cms.payload.db.name === 'mongoose' ? 'MongoDB' : 'SQLite';
    const pending = await pendingMigrations(cms);
    if (pending > 0) return warn('数据库', `${kind} 连得上，还有 ${pending} 项升级没有做：请运行 chengxin migrate（start 会自动做）。`);
    const { totalDocs } = await cms.payload.count({ collection: 'publications', overrideAccess: true });
    return ok('数据库', `${kind} 连得上，已发布 ${totalDocs} 篇`);
  } finally {
    await cms.close();
  }
}
