import type { Payload } from 'payload';
import { contentOf, type Content } from '../../content/content.ts';
import { allContentNow } from './content-now.ts';
import { writtenAt, type FileEntry } from './entries.ts';
import { fileCopies, type FileCopy } from './file-copies.ts';
import { fileStanding } from './file-standing.ts';
import { wordsOf, type FileWords } from './file-words.ts';
import { fileKinds } from './kinds.ts';
import type { Waits } from './stand.ts';

/** A file of `content/` whose public words wait for a reviewer. */
export interface WaitingFile {
  entry: FileEntry;
  /** As people know it: “名单说明　拖欠农民工工资…”. */
  title: string;
  why: Waits | 'broken';
  /** When the file was last written, as the machine knows it. */
  since: Date;
  /** What the public reads; null: nothing of it, or neutral words. */
  shown: FileWords | null;
  now: FileWords;
  copy: FileCopy | null;
}

/** Every file whose words wait, oldest first: what the desk, the check-up and the second person see. */
export async function waitingFiles(payload: Payload, content: Content = contentOf(payload)): Promise<WaitingFile[]> {
  const [kinds, copies] = await Promise.all([allContentNow(content), fileCopies(payload)]);
  const found = await Promise.all(
    kinds.flat().map(async (entry): Promise<WaitingFile[]> => {
      const { noun, title } = fileKinds[entry.kind];
      const about = {
        entry,
        title: `${noun}　${String(entry.data[title] ?? entry.name)}`,
        since: (await writtenAt(content.place.root, entry.file)) ?? new Date(0),
      };
      try {
        const { copy, now, shown, waits } = fileStanding(entry, copies);
        return waits ? [{ ...about, why: waits, shown, now, copy }] : [];
      } catch {
        return [{ ...about, why: 'broken', shown: null, now: wordsOf(entry.kind, entry.data), copy: null }];
      }
    }),
  );
  return found.flat().sort((a, b) => a.since.getTime() - b.since.getTime());
}

/** What is wrong, in words for people. */
export const whyWords: Record<WaitingFile['why'], string> = {
  new: '新放上来的，网站上还没有（必须有字的地方先用中性的字）',
  changed: '改过，网站上还是原来的',
  upgrade: '本市原来有自己的写法，现在换成了产品带来的；网站上还是原来的',
  broken: '登记的文字读不出来，网站上先不显示（必须有字的地方先用中性的字）',
};
