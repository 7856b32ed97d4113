import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildConfig, getPayload, type Payload } from 'payload';
import { buildCmsConfig } from '../config.ts';
import type { Content } from '../content/content.ts';
import { readEnv } from '../env.ts';
import { copyDatabase } from '../sqlite/copy-database.ts';
import { emptyDatabase, giveBack } from './spare-databases.ts';
import { migrateDatabase } from '../sqlite/migrate/migrate-database.ts';

export interface TestCms {
  payload: Payload;
  dataDir: string;
  /** Under which Payload keeps this instance. */
  key: string;
  /** Where the database is; undefined: the SQLite file in the folder. */
  databaseUrl: string | undefined;
  /** Closes the database and removes the folder. */
  close(): Promise<void>;
}

/**
 * A CMS of its own on a real, migrated SQLite file in a temporary folder; with `CMS_TEST_MONGODB_URL` on a database of
 * its own on that server instead.
 * @param how `content`: other files than those of the repository
 */
export async function testCms({ content }: { content?: Content } = {}): Promise<TestCms> {
  const dataDir = await mkdtemp(join(tmpdir(), 'chengxin-test-'));
  const server = process.env.CMS_TEST_MONGODB_URL;
  if (!server) await copyDatabase(await template(), join(dataDir, 'chengxin.db'));
  const key = randomUUID();
  const databaseUrl = server ? emptyDatabase(server) : undefined;
  const payload = await open(dataDir, key, databaseUrl, content);
  return {
    payload,
    dataDir,
    databaseUrl,
    key,
    close: async () => {
      await payload.destroy();
      if (databaseUrl) await giveBack(databaseUrl);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A CMS on data that are there already, e.g. restored ones. Whoever opens it destroys it. */
export const openTestCms = (dataDir: string, databaseUrl?: string, content?: Content): Promise<Payload> =>
  open(dataDir, randomUUID(), databaseUrl, content);

async function open(dataDir: string, key: string, databaseUrl?: string, content?: Content): Promise<Payload> {
  process.env.DISABLE_PAYLOAD_HMR = 'true';
  const env = readEnv({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl, PAYLOAD_SECRET: 'a secret for tests only' });
  const config = await buildConfig({
    ...(await buildCmsConfig(env, content)),
    logger: { options: { level: 'silent' } },
  });
  return getPayload({ config, key });
}

/** Migrates once for each state of the migrations, then hands out the file to copy. */
async function template(): Promise<string> {
  const migrations = join(process.cwd(), 'cms/migrations/sqlite');
  const hash = createHash('sha256');
  for (const file of (await readdir(migrations)).sort()) hash.update(await readFile(join(migrations, file)));
  const path = join(tmpdir(), `chengxin-template-${hash.digest('hex').slice(0, 16)}.db`);
  if (existsSync(path)) return path;
  const folder = await mkdtemp(join(tmpdir(), 'chengxin-template-'));
  const file = join(folder, 'template.db');
  await migrateDatabase(file);
  // Test files run side by side: a finished file appears at once or not at all.
  await copyDatabase(file, join(folder, 'whole.db'));
  await rename(join(folder, 'whole.db'), path);
  await rm(folder, { recursive: true, force: true });
  return path;
}
