import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readApart } from '../foreign/read-apart.ts';
import { ForeignRefused } from '../foreign/refused.ts';
import { checkJob } from './check-job.ts';
import { checkTexts } from './check-texts.ts';
import type { CheckOptions } from './text-check.ts';
import { unreadable, type Trouble } from './files/unreadable.ts';
import { isBlocked, type Finding } from './finding.ts';
import { maskFound } from './mask-found.ts';

/** One file's report, as `chengxin check --json` prints it. */
export interface FileReport {
  /** The path as it was given; a number found in it is masked (the order of the reports is the order of the files). */
  file: string;
  /** True exactly when some finding blocks. */
  blocked: boolean;
  findings: Finding[];
}

const largest = 200 * 1024 * 1024;

/** Checks a file with everything in it, and its name, in the process apart. Never throws on account of the file. */
export async function checkFile(path: string, options: CheckOptions = {}): Promise<FileReport> {
  try {
    const status = await stat(path);
    if (status.isDirectory()) return unread(path, 'folder', options);
    if (!status.isFile()) return unread(path, 'unknown-type', options);
    if (status.size > largest) return unread(path, 'too-large', options);
    return await checkBytes(path, await readFile(path), options);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return unread(
      path,
      code === 'ENOENT' || code === 'ENOTDIR'
        ? 'missing'
        : code === 'EACCES' || code === 'EPERM'
          ? 'denied'
          : 'corrupt',
      options,
    );
  }
}

/** The same for bytes that are already there: an upload before it is stored. */
export async function checkBytes(
  name: string,
  bytes: Uint8Array,
  { lexicons, officeNumbers }: CheckOptions = {},
): Promise<FileReport> {
  const options = { lexicons, officeNumbers };
  try {
    return await readApart(checkJob, { path: name, bytes, options });
  } catch (error) {
    if (!(error instanceof ForeignRefused)) throw error;
    return unread(name, error.reason === 'busy' ? 'busy' : 'harmful', options);
  }
}

/** What nobody has seen must not pass: it blocks, and its name is looked at all the same. */
function unread(path: string, trouble: Trouble, options: CheckOptions): FileReport {
  const findings = [
    ...checkTexts([{ field: '文件名', text: basename(path), at: () => '文件名' }], options),
    unreadable(trouble),
  ];
  return { file: maskFound(path, options), blocked: isBlocked(findings), findings };
}
