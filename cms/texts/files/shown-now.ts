import { tellStuck } from '../../../campaigns/bulkhead/stuck.ts';
import { fingerprint } from '../../words/canonical.ts';
import { keyOfFile, type FileEntry } from './entries.ts';
import type { FileCopies } from './file-copies.ts';
import type { FileKind } from './file-kind.ts';
import { fileStanding, type FileStanding } from './file-standing.ts';
import { withWords, wordsIn, type FileData } from './file-words.ts';
import { fileKinds } from './kinds.ts';

/** The file as the public reads it: in words that are public, in neutral ones, or (null) not at all. */
export function shownOf(entry: FileEntry, copies: FileCopies): FileData | null {
  const { data, kind } = entry;
  const shown = readStanding(entry, copies)?.shown;
  if (shown) return withWords(kind, data, shown);
  const { neutral }: FileKind = fileKinds[kind];
  return neutral && withWords(kind, data, wordsIn(kind, neutral(data)));
}

/** A copy that cannot be read is named, and stops nothing beside it. */
export function readStanding(entry: FileEntry, copies: FileCopies): FileStanding | null {
  try {
    return fileStanding(entry, copies);
  } catch (error) {
    tellStuck(`file ${keyOfFile(entry)}`, `${fileKinds[entry.kind].noun}（${entry.file}）的公开文字`, error);
    return null;
  }
}

/** What the public is given of each file, machine parts included, by `<kind>/<name>`: a name of it that changes with it. */
export const shownNow = (entries: readonly FileEntry[], copies: FileCopies): [key: string, shown: string][] =>
  entries.flatMap((entry) => {
    const shown = shownOf(entry, copies);
    return shown ? [[keyOfFile(entry), fingerprint(shown)] as const] : [];
  }) as [string, string][];
