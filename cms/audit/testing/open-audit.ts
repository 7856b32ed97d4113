import { mongooseAdapter } from '@payloadcms/db-mongodb';
import { sqliteAdapter } from '@payloadcms/db-sqlite';
import { buildConfig, getPayload, type Payload } from 'payload';
import { access } from '../../access/access.ts';
import { audit } from '../../collections/audit.ts';
import { guardedSqlite } from '../../database/sqlite-guard.ts';
import { auditedDatabase } from '../audited-database.ts';

export interface OpenAudit {
  /** `file:…` or `mongodb://…`. */
  url: string;
  dataDir: string;
  checkpointDir?: string;
  /** Makes the tables (SQLite). */
  push?: boolean;
}

let opened = 0;

/** A Payload with accounts, one collection and the trail over them, with the settings of the product (`cms/database.ts`). */
export async function openAudit({ url, dataDir, checkpointDir, push = false }: OpenAudit): Promise<Payload> {
  if (push) process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true';
  const adapter = url.startsWith('mongodb')
    ? mongooseAdapter({ url, ensureIndexes: true, transactionOptions: false })
    : guardedSqlite(sqliteAdapter({ client: { url }, wal: true, busyTimeout: 10_000, push }));
  const config = await buildConfig({
    secret: 'only-for-tests-only-for-tests',
    db: auditedDatabase(adapter, { dataDir, checkpointDir: checkpointDir ?? null }),
    collections: [
      { ...audit, access: access('audit') },
      {
        slug: 'users',
        auth: true,
        fields: [
          { name: 'id', type: 'text', required: true },
          { name: 'name', type: 'text' },
          { name: 'roles', type: 'text', hasMany: true },
        ],
      },
      {
        slug: 'notes' as 'users',
        fields: [
          { name: 'id', type: 'text', required: true },
          { name: 'text', type: 'text' },
        ],
      },
    ],
    telemetry: false,
    graphQL: { disable: true },
    typescript: { autoGenerate: false },
    logger: { options: { level: 'silent' } },
  });
  opened += 1;
  return getPayload({ config, key: `audit-${opened}` });
}
