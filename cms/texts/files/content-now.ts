import { join } from 'node:path';
import { fileMarks } from '../../../campaigns/bulkhead/file-marks.ts';
import { tellStuck } from '../../../campaigns/bulkhead/stuck.ts';
import type { Content, ContentPlace } from '../../content/content.ts';
import { readKind, type FileEntry } from './entries.ts';
import { kindNames, type KindName } from './kinds.ts';

interface Read {
  /** What the files' names, times and sizes were. */
  marks: string;
  entries: Promise<FileEntry[]>;
  lookedAt: number;
}

/** Milliseconds for which files are believed to be as they were: a page asks many times. */
const believed = 1000;
const read = new Map<string, Read>();

/** The files of a kind as they say now; read anew only when one of them was written, made or removed. @throws ContentError as long as they were never whole */
export async function contentNow(kind: KindName, content: Content): Promise<FileEntry[]> {
  const { place } = content;
  const key = [place.root, place.city, kind].join('\n');
  const before = read.get(key);
  if (before && performance.now() - before.lookedAt < believed) return before.entries;
  const marks = marksOf(kind, place);
  if (before?.marks === marks) {
    before.lookedAt = performance.now();
    return before.entries;
  }
  const now: Read = { marks, entries: readKind(kind, content), lookedAt: performance.now() };
  read.set(key, now);
  // A failure is this reading's alone.
  now.entries.catch(() => (read.get(key) === now ? read.delete(key) : false));
  return now.entries;
}

const nothing: readonly FileEntry[] = [];

/** As `contentNow`, of every kind; one that has never been whole is told as stuck, has no files, and stops nothing beside it. */
export const allContentNow = (content: Content): Promise<(readonly FileEntry[])[]> =>
  Promise.all(
    kindNames.map((kind) =>
      contentNow(kind, content).catch((error: unknown) => {
        tellStuck(`content ${kind}`, `内容文件 content/${kind}/`, error);
        return nothing;
      }),
    ),
  );

/** The next reading looks at the files themselves. */
export const lookAtFilesAgain = (): void => {
  for (const one of read.values()) one.lookedAt = -Infinity;
};

const isOf: Record<KindName, (name: string, city: string) => boolean> = {
  region: (name, city) => name === `${city}.yaml`,
  media: (name) => name === 'default-cover.svg',
  lists: isYaml,
  occasions: isYaml,
  channels: isYaml,
};
const marksOf = (kind: KindName, { city, root }: ContentPlace): string =>
  fileMarks(join(root, 'content', kind), (name) => isOf[kind](name, city)).marks;
function isYaml(name: string): boolean {
  return name.endsWith('.yaml');
}
