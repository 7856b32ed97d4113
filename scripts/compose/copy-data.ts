import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { copyDatabase } from '../../cms/sqlite/copy-database.ts';
import { isMongo } from '../installation/kind.ts';
import { requireSound } from '../installation/sound.ts';
import type { Settings } from '../settings/settings.ts';

export interface DataCopy {
  /** Environment for a CMS that opens the copy. */
  env: Record<string, string>;
  dir: string;
  drop(): Promise<void>;
}

/**
 * A private copy of all data, taken while the product may be running: SQLite through SQLite (a consistent snapshot),
 * MongoDB by $out into a scratch database on the same server. Pictures are shared, not copied: nobody writes them.
 */
export async function copyData(settings: Settings): Promise<DataCopy> {
  const parent = join(settings.DATA_DIR, 'simulate');
  await mkdir(parent, { recursive: true });
  const dir = await mkdtemp(join(parent, 'run-'));
  const media = join(settings.DATA_DIR, 'media');
  if (existsSync(media)) await symlink(media, join(dir, 'media'), 'dir');
  // Second places are of the real data: what is simulated must not be entered there.
  const env = { DATA_DIR: dir, REGISTER_DIR: '', AUDIT_CHECKPOINT_DIR: '' };
  const removeDir = () => rm(dir, { recursive: true, force: true });
  if (!isMongo(settings)) {
    const file = join(dir, 'chengxin.db');
    // A machine that was never started has nothing to copy.
    if ((await requireSound(settings)) === 'ok') await copyDatabase(settings.sqliteFile, file);
    return { dir, env: { ...env, DATABASE_URL: `file:${file}` }, drop: removeDir };
  }
  const url = settings.DATABASE_URL ?? '';
  const client = await MongoClient.connect(url);
  const source = client.db();
  const name = `${source.databaseName}_simulate_${dir.slice(-6)}`;
  for (const { name: coll } of await source.listCollections({ type: 'collection' }).toArray()) {
    await source
      .collection(coll)
      .aggregate([{ $match: {} }, { $out: { db: name, coll } }])
      .toArray();
  }
  const address = new URL(url);
  address.pathname = `/${name}`;
  return {
    dir,
    env: { ...env, DATABASE_URL: address.toString() },
    drop: async () => {
      await client.db(name).dropDatabase();
      await client.close();
      await removeDir();
    },
  };
}
