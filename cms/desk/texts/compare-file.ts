import { fileWriter } from '../../texts/files/file-copies.ts';
import { linesOf } from './file-texts.ts';
import { nameOfWords } from '../../texts/files/file-words.ts';
import { whyWords, type WaitingFile } from '../../texts/files/waiting-files.ts';

/** What the second person is shown, as of any other public text: 现在 and 改为 side by side. */
export interface ComparedFile {
  waits: true;
  version: string;
  writers: string[];
  blame: string[];
  mayAgree: boolean;
  title: string;
  file: string;
  why: string;
  since: string;
  lines: { label: string; now: string; next: string }[];
}

/** @param mayAgree whether the one who looks reviews anything */
export function comparedFile({ entry, now, shown, since, title, why }: WaitingFile, mayAgree: boolean): ComparedFile {
  const next = linesOf(entry.kind, now);
  const before = shown ? linesOf(entry.kind, shown) : [];
  const lines = [...new Map([...before, ...next].map(({ label, path }) => [path, label]))];
  const textAt = (some: typeof next, path: string) => some.find((line) => line.path === path)?.text ?? '';
  return {
    waits: true, version: nameOfWords(now), writers: [fileWriter], blame: [], mayAgree, title, file: entry.file, why: whyWords[why], since: since.toISOString(),
    lines: lines.map(([path, label]) => ({ label, now: textAt(before, path), next: textAt(next, path) })),
  };
}
