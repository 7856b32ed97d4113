import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const variable = 'TEST_RUN_DIR';

/**
 * Gives a run of the tests one folder for what all its files share and is made once, when the first one needs it; it is
 * removed at the end of the run. Workers find it in their environment.
 */
export default function setup(): (() => void) | undefined {
  // Each project of a run asks: the first one has made it.
  if (process.env[variable]) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'chengxin-run-'));
  process.env[variable] = folder;
  return () => {
    for (const made of [folder, siteOfRun(folder)]) rmSync(made, { recursive: true, force: true, maxRetries: 5 });
  };
}

/** The folder of this run. @throws Error in a process that no run has started */
export function runDir(): string {
  const folder = process.env[variable];
  if (!folder) throw new Error(`${variable} is not set: not started by vitest.config.ts`);
  return folder;
}

/** Where the public site of the run with this folder is built: below the repository root, so that the bundle finds its packages. */
export const siteOfRun = (folder: string): string => join(process.cwd(), '.cache', basename(folder));
