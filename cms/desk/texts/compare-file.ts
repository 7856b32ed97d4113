import type { Payload } from 'payload';
import type { Person } from '../../access/person.ts';
import { fileWriter } from '../../texts/files/file-copies.ts';
import { fileProblems } from './file-problems.ts';
import { linesOf } from './file-texts.ts';
import { isTurnOf, saidOf } from './may-become-public.ts';
import { nameOfWords } from '../../texts/files/file-words.ts';
import { whyWords, type WaitingFile } from '../../texts/files/waiting-files.ts';

/** What the second person is shown, as of any other public text: 现在 and 改为 side by side. */
export interface ComparedFile {
  waits: true;
  version: string;
  writers: string[];
  /** What nobody may agree to, as sentences. */
  barring: string[];
  /** What the secrecy reviewer alone decides, with a reason. */
  doubts: string[];
  mayAgree: boolean;
  title: string;
  file: string;
  why: string;
  since: string;
  lines: { label: string; now: string; next: string }[];
}

/** A file that waits, as this person sees it. */
export async function compareFile(
  payload: Payload,
  { entry, now, shown, since, title, why }: WaitingFile,
  person: Person,
): Promise<ComparedFile> {
  const problems = await fileProblems(payload, entry, now);
  const next = linesOf(entry.kind, now);
  const before = shown ? linesOf(entry.kind, shown) : [];
  const lines = [...new Map([...before, ...next].map(({ label, path }) => [path, label]))];
  const textAt = (some: typeof next, path: string) => some.find((line) => line.path === path)?.text ?? '';
  return {
    waits: true,
    version: nameOfWords(now),
    writers: [fileWriter],
    ...saidOf(problems),
    mayAgree: problems.barring.length === 0 && isTurnOf(person, problems),
    title,
    file: entry.file,
    why: whyWords[why],
    since: since.toISOString(),
    lines: lines.map(([path, label]) => ({ label, now: textAt(before, path), next: textAt(next, path) })),
  };
}
