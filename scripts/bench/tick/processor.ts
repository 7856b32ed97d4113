import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';

/** Linux counts processor time in hundredths of a second. */
const ticksMs = 10;

interface Stat {
  parent: number;
  ms: number;
}

function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), ms: (Number(fields[11]) + Number(fields[12])) * ticksMs };
  } catch {
    return null;
  }
}

/** Processor time that a process and all below it have used so far, by process, in milliseconds. Linux alone. */
export async function processorOf(root: number): Promise<Map<number, number>> {
  const all = new Map<number, Stat>();
  for (const name of await readdir('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : null;
    if (stat) all.set(Number(name), stat);
  }
  const under = new Map<number, number>();
  const take = (pid: number) => {
    const stat = all.get(pid);
    if (!stat || under.has(pid)) return;
    under.set(pid, stat.ms);
    for (const [child, { parent }] of all) if (parent === pid) take(child);
  };
  take(root);
  return under;
}

/** How much more the second reading says, in milliseconds; a process that came in between counts from its beginning. */
export const moreThan = (before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>): number =>
  [...after].reduce((sum, [pid, ms]) => sum + ms - (before.get(pid) ?? 0), 0);
