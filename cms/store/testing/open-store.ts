import { mongooseAdapter } from '@payloadcms/db-mongodb';
import { sqliteAdapter } from '@payloadcms/db-sqlite';
import { buildConfig, getPayload } from 'payload';
import type { CollectionConfig, Payload } from 'payload';
import { attempts } from '../../collections/attempts.ts';
import { channelEvents } from '../../collections/channel-events.ts';
import { deliveries } from '../../collections/deliveries.ts';
import { guardedSqlite } from '../../database/sqlite-guard.ts';

export interface OpenStore {
  /** `file:…` or `mongodb://…`; the database's own processes are started with it. */
  url: string;
  /** Makes the tables (SQLite); MongoDB makes its indexes by itself. */
  push?: boolean;
  /** Off only to show what happens without. */
  guard?: boolean;
  /** Milliseconds; the product's own by default, less to provoke SQLITE_BUSY. */
  busyTimeout?: number;
  onBusy?: () => void;
}

let opened = 0;

/** The shell completes what it is given, and other files of this process use the same collections. */
const own = (collection: CollectionConfig): CollectionConfig => ({ ...collection, endpoints: [] });

/** A Payload with the outbox and its inbox alone, on the database of `url`, with the settings of the product (`cms/database.ts`). */
export async function openStore({
  url,
  push = false,
  guard = true,
  busyTimeout = 10_000,
  onBusy,
}: OpenStore): Promise<Payload> {
  // Payload pushes a schema once per process unless forced; each test has a database of its own.
  if (push) process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true';
  const sqlite = () => sqliteAdapter({ client: { url }, wal: true, busyTimeout, push });
  const db = url.startsWith('mongodb')
    ? mongooseAdapter({ url, ensureIndexes: true, transactionOptions: false })
    : guard
      ? guardedSqlite(sqlite(), onBusy)
      : sqlite();
  const config = await buildConfig({
    secret: 'only-for-tests-only-for-tests',
    db,
    collections: [...[deliveries, attempts, channelEvents].map(own), { slug: 'users', auth: true, fields: [] }],
    telemetry: false,
    graphQL: { disable: true },
    typescript: { autoGenerate: false },
  });
  opened += 1;
  return getPayload({ config, key: `store-${opened}` });
}
