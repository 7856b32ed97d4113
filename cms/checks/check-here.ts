import { basename } from 'node:path';
import { checkTexts } from './check-texts.ts';
import type { CheckOptions } from './text-check.ts';
import type { FileReport } from './check-file.ts';
import type { Contents } from './files/contents.ts';
import { readBytes } from './files/read-bytes.ts';
import { isBlocked } from './finding.ts';
import { maskFound } from './mask-found.ts';
import { subjectFindings } from './subject/subject-findings.ts';
import { maskLongNumbers } from './personal-data/mask.ts';

/** Reads and checks a file in this process: for the process apart alone, everybody else asks `check-file.ts`. */
export const checkHere = async (path: string, bytes: Uint8Array, options: CheckOptions = {}): Promise<FileReport> =>
  reportOf(path, await readBytes(bytes, basename(path)), options);

/** What was read, with its name, as a report. */
function reportOf(path: string, { texts, findings }: Contents, options: CheckOptions): FileReport {
  const name = basename(path);
  const named = { field: '文件名', text: name, at: () => '文件名' };
  const all = [
    ...checkTexts([named], options),
    ...findings.map((finding) => ({ ...finding, at: maskLongNumbers(finding.at) })),
    ...checkTexts(texts, options),
    ...subjectFindings([named, ...texts]),
  ];
  return { file: maskFound(path, options), blocked: isBlocked(all), findings: all };
}
