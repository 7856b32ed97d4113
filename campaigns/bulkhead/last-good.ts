import { join } from 'node:path';
import { systemClock } from '../ports/clock.ts';
import { fileMarks, grainMs } from './file-marks.ts';
import { plainWords } from './plain-words.ts';
import { tellStuck } from './stuck.ts';

interface Kept {
  label: string;
  value: unknown;
  /** The files as they were before they were read; null: written so lately that they cannot be told from a later version. */
  marks: string | null;
  again(): Promise<unknown>;
}

/** Of the whole process: the back office is a bundle of its own and reads the same files. */
const shared = globalThis as { [key: symbol]: unknown };
const place = Symbol.for('chengxin.last-good');
const kept = (shared[place] ??= new Map<string, Kept>()) as Map<string, Kept>;

/**
 * Reads a data file that people edit, or a folder of them. Once it has been read whole, a version that cannot be used (half
 * saved, misspelt, gone for a moment) changes nothing: the last good one goes on and `brokenContent` tells of it. Files that
 * nobody has touched are not read again: everybody is given the same value, which is not to be changed.
 * @param label the path as people know it, below `root`
 * @param read strict, with every check; reads nothing but what lies there
 * @throws what `read` throws, as long as it has never succeeded: a start says what is wrong
 */
export async function lastGood<T>(label: string, root: string, read: () => Promise<T>): Promise<T> {
  const key = `${root}\n${label}`;
  try {
    return await current(key, label, root, read);
  } catch (error) {
    const before = kept.get(key);
    if (!before) throw error;
    return before.value as T;
  }
}

async function current<T>(key: string, label: string, root: string, read: () => Promise<T>): Promise<T> {
  const { marks, newest } = fileMarks(join(/* turbopackIgnore: true */ root, label));
  const before = kept.get(key);
  if (before && before.marks === marks) return before.value as T;
  const value = await read();
  kept.set(key, {
    label,
    value,
    marks: systemClock.now().getTime() - newest > grainMs ? marks : null,
    again: () => current(key, label, root, read),
  });
  return value;
}

/** Reads everything again that has been read so far and was touched since, and tells what cannot be used as stuck. @returns how many are broken */
export async function brokenContent(): Promise<number> {
  const found = await Promise.all(
    [...kept.values()].map(async ({ again, label }) => {
      try {
        await again();
        return null;
      } catch (error) {
        return { label, error };
      }
    }),
  );
  const broken = found.filter((one) => one !== null);
  for (const { error, label } of broken)
    tellStuck(`content ${label}`, `文件 ${label}`, new Error(`${plainWords(error)}先用上一份好的`));
  return broken.length;
}
