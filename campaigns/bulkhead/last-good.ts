import { plainWords } from './plain-words.ts';
import { tellStuck } from './stuck.ts';

interface Kept {
  label: string;
  value: unknown;
  again(): Promise<unknown>;
}

/** Of the whole process: the back office is a bundle of its own and reads the same files. */
const shared = globalThis as { [key: symbol]: unknown };
const place = Symbol.for('chengxin.last-good');
const kept = (shared[place] ??= new Map<string, Kept>()) as Map<string, Kept>;

/**
 * Reads a data file that people edit, or a folder of them. Once it has been read whole, a version that cannot be used (half
 * saved, misspelt, gone for a moment) changes nothing: the last good one goes on and `brokenContent` tells of it.
 * @param label the path as people know it
 * @param read strict, with every check
 * @throws what `read` throws, as long as it has never succeeded: a start says what is wrong
 */
export async function lastGood<T>(label: string, root: string, read: () => Promise<T>): Promise<T> {
  const key = `${root}\n${label}`;
  try {
    const value = await read();
    kept.set(key, { label, value, again: read });
    return value;
  } catch (error) {
    const before = kept.get(key);
    if (!before) throw error;
    return before.value as T;
  }
}

/** Reads everything again that has been read so far, and tells what cannot be used as stuck. @returns how many are broken */
export async function brokenContent(): Promise<number> {
  const found = await Promise.all([...kept.values()].map(async ({ again, label }) => {
    try {
      await again();
      return null;
    } catch (error) {
      return { label, error };
    }
  }));
  const broken = found.filter((one) => one !== null);
  for (const { error, label } of broken) tellStuck(`content ${label}`, `文件 ${label}`, new Error(`${plainWords(error)}先用上一份好的`));
  return broken.length;
}
