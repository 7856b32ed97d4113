import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import type { Inspection } from './inspect.ts';

const schema = z.object({ state: z.enum(['missing', 'empty', 'ok', 'damaged', 'closed']), why: z.string().nullable() });

/**
 * Asks SQLite whether a database file is whole. Always in a process of its own: it neither blocks the caller nor takes the
 * locks of a database that the caller has open, and a file that makes SQLite itself fall over ends only that process. So it
 * may be called by anybody at any time, the running product included. Changes nothing.
 * @param full compares every index with its table too (the night, `doctor`); without it only pages and rows (each start)
 */
export function checkIntegrity(
  file: string,
  { full = false, signal }: { full?: boolean; signal?: AbortSignal } = {},
): Promise<Inspection> {
  const args = [
    '--disable-warning=ExperimentalWarning',
    join(process.cwd(), 'cms/sqlite/inspect.ts'),
    file,
    full ? 'full' : 'quick',
  ];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { signal }, (error, stdout, stderr) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      if (!error) return resolve(schema.parse(JSON.parse(stdout)));
      // Ended by a signal: SQLite met something that it could not stand.
      resolve({
        state: error.signal ? 'damaged' : 'closed',
        why: error.signal ? `inspection ended by ${error.signal}` : (stderr.trim().split('\n').at(-1) ?? error.message),
      });
    });
  });
}
