import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { flush } from '../../cms/sqlite/copy-database.ts';
import type { Settings } from '../settings/settings.ts';
import { databaseName } from './copy-folder.ts';
import { swapSchema } from './mongo/swap.ts';

/** Where a restored copy is gathered before it takes its place. */
export const coming = '.restoring';
/** What is to be moved, written once the copy is whole: from then on the restore is carried through. */
const planFile = '.restoring.json';

const planSchema = z.strictObject({
  kept: z.string().nullable(),
  out: z.array(z.string()),
  mongo: swapSchema.optional(),
});
/** `kept`: the folder for what was there, if anything; `out`: names of what was there; `mongo`: collections that have come. */
export type MovePlan = z.output<typeof planSchema>;

type Place = Pick<Settings, 'DATA_DIR' | 'sqliteFile'> & Partial<Pick<Settings, 'DATABASE_URL'>>;

/** Our own marks and locks, which are no data; and the register of what was taken back, which is newer than any backup and stays. */
export const isOurs = (name: string): boolean =>
  name === 'register' || /^\.(writable|starting|in-use|restoring)/.test(name);

/** Moves out what was there and in what has come. The plan is on the disk first: each step can be repeated. */
export async function moveIn(settings: Place, plan: MovePlan): Promise<void> {
  const file = join(settings.DATA_DIR, planFile);
  await writeFile(`${file}.new`, JSON.stringify(plan), { flush: true });
  await rename(`${file}.new`, file);
  await flush(settings.DATA_DIR);
  await carryOut(settings, plan);
}

/**
 * Ends a restore that was killed: carried through when its copy was whole, else undone.
 * @returns what was done, or null when there was nothing to end
 */
export async function settleRestore(settings: Place): Promise<'finished' | 'undone' | null> {
  const text = await readFile(join(settings.DATA_DIR, planFile), 'utf8').catch(() => null);
  await rm(join(settings.DATA_DIR, `${planFile}.new`), { force: true });
  if (text !== null) {
    await carryOut(settings, planSchema.parse(JSON.parse(text)));
    return 'finished';
  }
  if (!existsSync(join(settings.DATA_DIR, coming))) return null;
  await rm(join(settings.DATA_DIR, coming), { recursive: true, force: true });
  return 'undone';
}

async function carryOut({ DATABASE_URL, DATA_DIR, sqliteFile }: Place, { kept, mongo, out }: MovePlan): Promise<void> {
  if (kept) {
    await mkdir(join(DATA_DIR, kept), { recursive: true, mode: 0o700 });
    for (const name of out) {
      // Moved already: what bears the name now is what has come.
      if (existsSync(join(DATA_DIR, kept, name)) || !existsSync(join(DATA_DIR, name))) continue;
      await rename(join(DATA_DIR, name), join(DATA_DIR, kept, name));
    }
  }
  for (const name of await readdir(join(DATA_DIR, coming)).catch(() => [])) {
    await rename(join(DATA_DIR, coming, name), join(DATA_DIR, name === databaseName ? basename(sqliteFile) : name));
  }
  await flush(DATA_DIR);
  await rm(join(DATA_DIR, coming), { recursive: true, force: true });
  if (mongo) await (await import('./mongo/load.ts')).swapMongo(DATABASE_URL ?? '', mongo);
  await rm(join(DATA_DIR, planFile), { force: true });
}
