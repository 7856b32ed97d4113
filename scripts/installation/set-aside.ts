import { existsSync } from 'node:fs';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { checkpointFile } from '../../cms/audit/checkpoint.ts';
import type { Settings } from '../settings/settings.ts';
import { firstStartSeen } from './first-start-seen.ts';

type Place = Pick<Settings, 'DATA_DIR' | 'sqliteFile' | 'AUDIT_CHECKPOINT_DIR'>;

/** What a first start makes beside the database; secrets stay. */
const made = ['media', 'papers', 'audit', 'snapshot'];

/**
 * On SQLite a row and its sub-rows are not written as one, so a first start that was killed may have left half an example.
 * Nobody has used such an installation: what it made is put aside, and the first start begins again. Where somebody has
 * written something of their own, or the audit trail's second folder keeps its lines, it stays and is completed instead.
 * @returns the folder, or null when there is nothing to put aside
 */
export async function setUnfinishedAside(settings: Place, now: Date): Promise<string | null> {
  const { state, touched, users, blank } = firstStartSeen(settings.sqliteFile);
  if (blank || touched || state === 'done' || (state === 'unknown' && users > 0)) return null;
  const stamp = now.toISOString().slice(0, 19).replaceAll(/\D/g, '');
  if (!(await freeSecondFolder(settings.AUDIT_CHECKPOINT_DIR, stamp))) return null;
  const folder = join(settings.DATA_DIR, 'backup', `unfinished-${stamp}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const ends = ['-wal', '-shm', '-journal', ''];
  // The database last: as long as it is there, the next start comes here again.
  const files = [
    ...made.map((name) => join(settings.DATA_DIR, name)),
    ...ends.map((end) => `${settings.sqliteFile}${end}`),
  ];
  for (const file of files) if (existsSync(file)) await rename(file, await freeName(folder, basename(file)));
  return folder;
}

/** Killed in the middle of putting aside, within the same second: nothing is written over. */
async function freeName(folder: string, name: string): Promise<string> {
  const taken = new Set(await readdir(folder));
  for (let n = 0; ; n += 1) {
    const free = n === 0 ? name : `${name}.${n}`;
    if (!taken.has(free)) return join(folder, free);
  }
}

/** Lines of the trail that is put aside must not stand before those of the new one. */
async function freeSecondFolder(folder: string | undefined, stamp: string): Promise<boolean> {
  if (!folder || !existsSync(checkpointFile(folder))) return true;
  return rename(checkpointFile(folder), join(folder, `checkpoints-unfinished-${stamp}.jsonl`)).then(
    () => true,
    () => false,
  );
}
