import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** By what one sees whether files have been touched. */
export interface FileMarks {
  /** Names, instants, sizes and numbers of the files; two readings that are the same: nobody has written in between. */
  marks: string;
  /** When the newest of them was written, in epoch milliseconds; 0 when there is none. */
  newest: number;
}

/** File systems keep instants only so finely: a file written again within this time may look untouched. In milliseconds. */
export const grainMs = 100;

const statOf = (file: string) => statSync(file, { throwIfNoEntry: false });

/**
 * A file, or all files in a folder and below, which may be missing. Asked many times a minute of some thirty small files:
 * at once, for asked through the thread pool each costs twenty times as much.
 */
export function fileMarks(path: string, wants: (name: string) => boolean = () => true): FileMarks {
  const found = statOf(path);
  if (!found) return { marks: 'none', newest: 0 };
  const files = found.isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(wants).sort()
    : [''];
  const all = files.map((file) => ({ file, is: statOf(join(path, file)) }));
  return {
    marks: all.map(({ file, is }) => [file, is?.mtimeMs, is?.ctimeMs, is?.size, is?.ino].join(' ')).join('\n'),
    newest: all.reduce((latest, { is }) => Math.max(latest, is?.mtimeMs ?? 0, is?.ctimeMs ?? 0), 0),
  };
}
