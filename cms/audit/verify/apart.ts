import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Verdict } from './verify.ts';
import { verifyInstallation, type Installation } from './verify-installation.ts';

const run = promisify(execFile);

/** The same verification in a process of its own, for one that has the database open itself. */
export async function verifyApart(place: Installation, now: Date): Promise<Verdict> {
  const args = [
    '--disable-warning=ExperimentalWarning',
    join(process.cwd(), 'cms/audit/verify/apart.ts'),
    JSON.stringify(place),
    now.toISOString(),
  ];
  return JSON.parse((await run(process.execPath, args, { maxBuffer: 16 * 1024 * 1024 })).stdout) as Verdict;
}

// As a program: prints the verdict as one line of JSON.
if (import.meta.main)
  process.stdout.write(
    JSON.stringify(
      await verifyInstallation(JSON.parse(process.argv[2] ?? '') as Installation, new Date(process.argv[3] ?? '')),
    ),
  );
