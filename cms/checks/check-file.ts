import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { checkTexts, findHits, type CheckOptions } from './check-texts.ts';
import type { Contents } from './files/contents.ts';
import { readBytes } from './files/read-bytes.ts';
import { unreadable, type Trouble } from './files/unreadable.ts';
import { isBlocked, type Finding } from './finding.ts';
import { maskId, maskLongNumbers } from './personal-data/mask.ts';

/** One file's report, as `chengxin check --json` prints it. */
export interface FileReport {
  /** The path as it was given; a number found in it is masked (the order of the reports is the order of the files). */
  file: string;
  /** True exactly when some finding blocks. */
  blocked: boolean;
  findings: Finding[];
}

const largest = 200 * 1024 * 1024;

/** Checks a file with everything in it, and its name. Never throws on account of the file. */
export async function checkFile(path: string, options: CheckOptions = {}): Promise<FileReport> {
  return checkContents(path, await readPath(path), options);
}

/** The same for bytes that are already there: an upload before it is stored. */
export const checkBytes = async (name: string, bytes: Uint8Array, options: CheckOptions = {}): Promise<FileReport> =>
  checkContents(name, await readBytes(bytes, basename(name)), options);

function checkContents(path: string, { texts, findings }: Contents, options: CheckOptions): FileReport {
  const name = basename(path);
  const all = [
    ...checkTexts([{ field: '文件名', text: name, at: () => '文件名' }], options),
    ...findings.map((finding) => ({ ...finding, at: maskLongNumbers(finding.at) })),
    ...checkTexts(texts, options),
  ];
  return { file: maskFound(path, options), blocked: isBlocked(all), findings: all };
}

/** A path in which a number was found names the file without the number. */
export function maskFound(path: string, options: CheckOptions): string {
  const hits = findHits(path, 'machine', options).sort((a, b) => b.from - a.from);
  return hits.reduce((masked, { from, to }) => masked.slice(0, from) + maskId(masked.slice(from, to)) + masked.slice(to), path);
}

async function readPath(path: string): Promise<Contents> {
  const failed = (trouble: Trouble): Contents => ({ texts: [], findings: [unreadable(trouble)] });
  try {
    const status = await stat(path);
    if (status.isDirectory()) return failed('folder');
    if (!status.isFile()) return failed('unknown-type');
    if (status.size > largest) return failed('too-large');
    return await readBytes(await readFile(path), basename(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return failed(code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : code === 'EACCES' || code === 'EPERM' ? 'denied' : 'corrupt');
  }
}
