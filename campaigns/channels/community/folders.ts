import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findPack, safeName } from '../shared/pack.ts';
import { civilDay } from '../../calendar/civil-day.ts';
import type { SendJob } from '../channel.ts';

/** Finished folder of a delivery as `<year>/<name>` below `root`, or null. */
export async function findInYears(root: string, id: string): Promise<string | null> {
  const years = (await readdir(root).catch(() => []))
    .filter((name) => /^\d{4}$/.test(name))
    .toSorted()
    .toReversed();
  for (const year of years) {
    const name = await findPack(join(root, year), id);
    if (name) return `${year}/${name}`;
  }
  return null;
}

/** Where a new folder goes, as `<year>/<name>`. */
export function folderFor(now: Date, { release }: Pick<SendJob, 'release'>, id: string): string {
  const day = civilDay(now);
  return `${day.slice(0, 4)}/${safeName(`${day}-s${release.serial}-v${release.version}-${id}`)}`;
}
