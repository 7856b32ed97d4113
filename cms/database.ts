import type { Config } from 'payload';
import { join } from 'node:path';
import { auditedDatabase } from './audit/audited-database.ts';
import type { CmsEnv } from './env.ts';
import { watchCreates } from './editing/watch-creates.ts';
import { watchVersions } from './editing/watch-versions.ts';
import { orderOfIds } from './database/order-of-ids.ts';
import { indexesAtOnce } from './database/indexes-at-once.ts';
import { guardedSqlite } from './database/sqlite-guard.ts';

/** The database that the environment names, with the audit trail over it. Only the chosen driver is loaded. */
export const databaseAdapter = async (env: CmsEnv): Promise<Config['db']> =>
  auditedDatabase(watchCreates(watchVersions(await driver(env))), {
    dataDir: env.dataDir,
    checkpointDir: env.auditCheckpointDir,
  });

async function driver(env: CmsEnv): Promise<Config['db']> {
  if (env.database.kind === 'mongodb') {
    const { mongooseAdapter } = await import('@payloadcms/db-mongodb');
    return indexesAtOnce(
      orderOfIds(
        mongooseAdapter({ url: env.database.url, connectOptions: { autoIndex: false }, transactionOptions: false }),
      ),
    );
  }
  const { sqliteAdapter } = await import('@payloadcms/db-sqlite');
  const adapter = sqliteAdapter({
    client: { url: env.database.url },
    // With Payload's defaults two writing processes lose rows (docs/decisions).
    wal: true,
    busyTimeout: 10_000,
    push: false,
    migrationDir: join(process.cwd(), 'cms/migrations/sqlite'),
  });
  return guardedSqlite(adapter);
}
