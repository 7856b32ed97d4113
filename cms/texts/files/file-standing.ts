import type { FileEntry } from './entries.ts';
import type { FileCopies, FileCopy } from './file-copies.ts';
import { keyOfFile } from './entries.ts';
import { wordsOf, type FileWords } from './file-words.ts';
import { shippedWords } from './shipped-words.ts';
import { stand, type Standing } from './stand.ts';

/** A file beside what the public read of it last. */
export interface FileStanding extends Standing {
  now: FileWords;
  copy: FileCopy | null;
}

/** @throws when the copy of the file cannot be read: then the public reads nothing of it */
export function fileStanding(entry: FileEntry, copies: FileCopies): FileStanding {
  const now = wordsOf(entry.kind, entry.data);
  const copy = copies.of(entry);
  return { now, copy, ...stand(entry.kind, now, copy, shippedWords[keyOfFile(entry)]) };
}
