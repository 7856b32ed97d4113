import { copyFile, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenCms } from './open-cms.ts';

interface Migrating {
  migrate(): Promise<void>;
}

/** Names of the migrations that this database has had. An empty database has none. */
async function applied({ payload }: OpenCms): Promise<string[]> {
  try {
    const { docs } = await payload.find({ collection: 'payload-migrations', limit: 0, overrideAccess: true });
    return docs.map((m) => m.name ?? '');
  } catch {
    // The table itself comes with the first migration.
    return [];
  }
}

/**
 * Brings the database to the schema of this version. SQLite is copied first (`data/backup/`), because a migration that
 * fails halfway cannot be undone. MongoDB needs no schema; its indexes are made when the CMS opens.
 * @returns names of the migrations that ran.
 */
export async function migrate(cms: OpenCms): Promise<string[]> {
  const { payload, settings } = cms;
  if (payload.db.name === 'mongoose') return [];
  const before = await applied(cms);
  const exists = await stat(settings.sqliteFile).then((s) => s.size > 0, () => false);
  if (exists && before.length > 0) await backup(settings.sqliteFile, settings.DATA_DIR);
  await (payload.db as unknown as Migrating).migrate();
  return (await applied(cms)).filter((name) => !before.includes(name));
}

/** How many committed migrations this database has not had yet; 0 on MongoDB. */
export async function pendingMigrations(cms: OpenCms): Promise<number> {
  if (cms.payload.db.name === 'mongoose') return 0;
  const { migrations } = await import('../../cms/migrations/sqlite/index.ts');
  const done = await applied(cms);
  return migrations.filter((m) => !done.includes(m.name)).length;
}

/** False for a database that no version has ever set up. */
export const wasMigrated = async (cms: OpenCms): Promise<boolean> => (await applied(cms)).length > 0;

async function backup(file: string, dataDir: string): Promise<void> {
  const folder = join(dataDir, 'backup');
  await mkdir(folder, { recursive: true });
  await copyFile(file, join(folder, 'before-migrate.db'));
}
