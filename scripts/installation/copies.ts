import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { copyFolder } from '../backup/copy-folder.ts';
import { manifestName } from '../backup/manifest.ts';
import type { Settings } from '../settings/settings.ts';

/** How many copies from before upgrades are kept; older ones go when a new one is whole. */
const kept = 3;

const isCopy = (name: string) => /^before-\d{4}-\d{14}$/.test(name);

/** Complete copies from before upgrades, oldest first, as folders that `chengxin restore` takes. */
export async function copiesIn(dataDir: string): Promise<string[]> {
  const folder = join(dataDir, 'backup');
  const names = (await readdir(folder).catch(() => [])).filter(isCopy);
  return names.sort((a, b) => (a.slice(-14) < b.slice(-14) ? -1 : 1)).map((name) => join(folder, name));
}

/**
 * A complete copy of the data folder before the migration of that number, beside the others: `backup/before-0022-…`. It
 * appears whole or not at all; none is ever written over. Taken before the product opens the database.
 * @param migration name of the first migration that is pending, e.g. `0022_withdrawals`
 * @returns the folder
 */
export async function copyBefore(
  settings: Pick<Settings, 'DATA_DIR' | 'sqliteFile'>,
  migration: string,
  now: Date,
): Promise<string> {
  const folder = join(settings.DATA_DIR, 'backup');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    // Half a copy of somebody who was killed.
    if (name.endsWith('.partial')) await rm(join(folder, name), { recursive: true, force: true });
  }
  const number = /^\d{4}/.exec(migration)?.[0] ?? '0000';
  const nameAt = (ms: number) =>
    join(folder, `before-${number}-${new Date(ms).toISOString().slice(0, 19).replaceAll(/\D/g, '')}`);
  let at = now.getTime();
  while (existsSync(nameAt(at))) at += 1000;
  const target = nameAt(at);
  const partial = `${target}.partial`;
  await mkdir(partial, { mode: 0o700 });
  await copyFolder(settings, partial, now, { link: true });
  await rename(partial, target);
  for (const old of (await copiesIn(settings.DATA_DIR)).slice(0, -kept)) {
    // Its manifest first: half a copy must not look like one.
    await rm(join(old, manifestName), { force: true });
    await rm(old, { recursive: true, force: true });
  }
  return target;
}
