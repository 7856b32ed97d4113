import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

// Next bundles a copy of this module of its own: the process has one list all the same.
const key = Symbol.for('chengxin.sqlite.held');
const shared = globalThis as { [key: symbol]: unknown };
const held = (): Map<string, number> => (shared[key] ??= new Map()) as Map<string, number>;

/** One name for one file, whatever links lead to it; the file itself may not be there yet. */
function nameOf(file: string): string {
  const path = resolve(file.replace(/^file:/, '').replace(/\?.*$/, ''));
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch {
    return path;
  }
}

/** The CMS of this process has opened that SQLite file and keeps it open. @returns how to say that it has closed it */
export function hold(file: string): () => void {
  const name = nameOf(file);
  held().set(name, (held().get(name) ?? 0) + 1);
  let over = false;
  return () => {
    if (over) return;
    over = true;
    const left = (held().get(name) ?? 1) - 1;
    if (left > 0) held().set(name, left);
    else held().delete(name);
  };
}

/** Whether the CMS of this process has that SQLite file open. */
export const isHeld = (file: string): boolean => held().has(nameOf(file));
