import { auditFolder } from '../checkpoint.ts';
import { readKey } from '../key.ts';
import { isHeld } from '../../sqlite/held.ts';
import { readCheckpoints } from './read-checkpoints.ts';
import type { RowSource } from './row-source.ts';
import { sqliteRows } from './sqlite-rows.ts';
import { verify, type Verdict } from './verify.ts';

export interface Installation {
  dataDir: string;
  checkpointDir: string | null;
  database: { kind: 'sqlite'; url: string } | { kind: 'mongodb'; url: string };
}

/** Verifies an installation from outside, while it runs or not, also for the process that runs it. Makes and changes nothing. */
export async function verifyInstallation(place: Installation, now: Date): Promise<Verdict> {
  if (place.database.kind === 'sqlite' && isHeld(place.database.url))
    return (await import('./apart.ts')).verifyApart(place, now);
  const verdict = await once(place, now);
  // A product that started in the middle of it may have looked like damage.
  return verdict.ok ? verdict : once(place, now);
}

async function once({ dataDir, checkpointDir, database }: Installation, now: Date): Promise<Verdict> {
  const folders = [auditFolder(dataDir), ...(checkpointDir ? [checkpointDir] : [])];
  const source: RowSource | null =
    database.kind === 'sqlite'
      ? sqliteRows(database.url.replace(/^file:/, ''))
      : await (await import('./mongodb-rows.ts')).mongodbRows(database.url);
  try {
    // Checkpoints first: while the product runs, rows may be newer than them, never the other way round.
    return await verify({
      rows: source?.rows() ?? [],
      strays: async () => source?.strays() ?? 0,
      checkpoints: readCheckpoints(folders),
      key: readKey(dataDir),
      now,
    });
  } finally {
    await source?.close();
  }
}
