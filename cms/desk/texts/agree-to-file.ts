import type { PayloadRequest } from 'payload';
import { systemClock, type Clock } from '../../../campaigns/ports/clock.ts';
import type { Person } from '../../access/person.ts';
import { contentOf, type Content } from '../../content/content.ts';
import { howAgreed, isAgreer, notYours, whyNotPublic, type Agreed } from './may-become-public.ts';
import { forgetCopies } from '../../texts/files/copies-now.ts';
import { keyOfFile, type FileEntry } from '../../texts/files/entries.ts';
import { keepFile } from '../../texts/files/file-copies.ts';
import { fileProblems } from './file-problems.ts';
import { nameOfWords, wordsOf } from '../../texts/files/file-words.ts';
import { allContentNow, lookAtFilesAgain } from '../../texts/files/content-now.ts';
import { fileKinds } from '../../texts/files/kinds.ts';
import { shippedWords } from '../../texts/files/shipped-words.ts';
import { waitingFiles } from '../../texts/files/waiting-files.ts';

interface Agreeing {
  clock?: Clock;
  content?: Content;
  /** Why the checks are wrong where they see something to be decided; the secrecy reviewer's to say. */
  reason?: string;
}

/**
 * 同意: a reviewer makes the words of a file public. Whoever changed it has the server; the reviewer is the second person,
 * and stands in the trail. It is these very words that become public, not what the file says by then. Repeating it changes nothing.
 * @param version the name of the wording that the person has seen (`nameOfWords`)
 */
export async function agreeToFile(
  req: PayloadRequest,
  which: { kind: string; name: string },
  person: Person,
  version: string,
  { clock = systemClock, content = contentOf(req.payload), reason = '' }: Agreeing = {},
): Promise<Agreed> {
  if (!isAgreer(person)) return { status: 403, message: notYours };
  // What is agreed to is what the file says at this moment.
  lookAtFilesAgain();
  const entry = await entryOf(which, content);
  if (!entry) return { status: 404, message: '没有这份内容文件：它可能已被删除，网站上也已经没有了。' };
  const words = wordsOf(entry.kind, entry.data);
  if (nameOfWords(words) !== version)
    return { status: 409, message: '您看过以后，这份文件又改过了，所以没有同意：请刷新页面，看过新的文字再按。' };
  const isWaiting = (await waitingFiles(req.payload, content)).some(
    (waiting) => keyOfFile(waiting.entry) === keyOfFile(entry),
  );
  if (!isWaiting) return { status: 200, message: '这段文字已经在网站上了，不用再同意。' };
  const problems = await fileProblems(req.payload, entry, words);
  const no = whyNotPublic(problems, person, reason.trim());
  if (no) return no;
  const { note, reason: why } = howAgreed(problems, reason.trim());
  // Back to the product's own words: later versions of the product may change them again.
  const origin = shippedWords[keyOfFile(entry)] === version ? 'upgrade' : 'agreed';
  await keepFile(req, entry, words, {
    origin,
    by: { id: person.id, name: person.name },
    note: `${note}：${entry.file}`,
    judged: why === null ? null : { reason: why, findings: problems.findings },
    at: clock.now(),
  });
  forgetCopies(req.payload);
  return { status: 200, message: `已同意：${fileKinds[entry.kind].noun}在网站上的文字马上换成新的。` };
}

async function entryOf({ kind, name }: { kind: string; name: string }, content: Content): Promise<FileEntry | null> {
  return (await allContentNow(content)).flat().find((entry) => entry.kind === kind && entry.name === name) ?? null;
}
