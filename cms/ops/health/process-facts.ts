import { readdir, readFile, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { z } from 'zod';
import { codeOf } from '../../../campaigns/bulkhead/plain-words.ts';

/** Free space where the data lies; null where it cannot be asked. */
export const diskOf = (dir: string): Promise<{ freeBytes: number } | null> =>
  statfs(dir).then(
    ({ bavail, bsize }) => ({ freeBytes: bavail * bsize }),
    () => null,
  );

/** Linux tells; elsewhere nobody knows. */
export async function handlesNow(): Promise<{ open: number; most: number } | null> {
  try {
    const limits = await readFile('/proc/self/limits', 'utf8');
    const most = Number(/^Max open files\s+(\d+)/m.exec(limits)?.[1]);
    return Number.isFinite(most) ? { open: (await readdir('/proc/self/fd')).length, most } : null;
  } catch (error) {
    // Not even one more can be opened.
    return codeOf(error) === 'EMFILE' ? { open: 1, most: 1 } : null;
  }
}

/** Watches how long the event loop stands still. @returns the longest of the last minute or two, in milliseconds */
export function watchLoop(): () => number {
  const delay = monitorEventLoopDelay({ resolution: 50 });
  delay.enable();
  let before = 0;
  setInterval(() => {
    before = delay.max / 1e6;
    delay.reset();
  }, 60_000).unref();
  return () => Math.round(Math.max(before, delay.max / 1e6));
}

const backupSchema = z.object({ at: z.iso.datetime({ offset: true }) });
export const lastBackupFile = (dataDir: string): string => join(dataDir, 'last-backup.json');

/** When the last whole backup of this data folder was made. */
export async function lastBackup(dataDir: string): Promise<Date | null> {
  try {
    return new Date(backupSchema.parse(JSON.parse(await readFile(lastBackupFile(dataDir), 'utf8'))).at);
  } catch {
    return null;
  }
}

/** Since when this data folder is there. */
export const installedAt = (dataDir: string): Promise<Date | null> =>
  stat(dataDir).then(
    ({ birthtime, mtime }) => (birthtime.getTime() > 0 ? birthtime : mtime),
    () => null,
  );
