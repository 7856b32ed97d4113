import { createLocalReq, type Payload } from 'payload';
import type { Clock } from '../../../campaigns/ports/clock.ts';
import { blamedInList } from '../../lists/blamed-in-list.ts';
import type { StarterListType } from '../../content/list-type-schema.ts';
import { contentOf, type Content } from '../../content/content.ts';
import { allContentNow } from './content-now.ts';
import { keyOfFile, type FileEntry } from './entries.ts';
import { fileCopies, installedFile, keepFile, keepInstalled, type FileCopies } from './file-copies.ts';
import { nameOfWords, wordsOf, type FileWords } from './file-words.ts';
import { shippedWords } from './shipped-words.ts';

/**
 * At each start: what this version of the product brings is written down, so that the public goes on reading it when a file
 * is changed afterwards. The first time, what stands is taken as it is: with it the installation begins, or (an older
 * one) the public reads it already; but a list that blames somebody by name waits. A kind of which a file is broken is left for the next start. One row, one statement: a start that was killed leaves it as it was.
 * @returns how many files were written down
 */
export async function takeUpFiles(
  payload: Payload,
  clock: Clock,
  content: Content = contentOf(payload),
): Promise<number> {
  const [entries, copies, req] = [
    (await allContentNow(content)).flat(),
    await fileCopies(payload),
    await createLocalReq({}, payload),
  ];
  const now = clock.now();
  const said = entries.map((entry) => ({ entry, words: wordsOf(entry.kind, entry.data) }));
  if (!copies.installed) {
    await keepInstalled(
      req,
      said
        .filter(({ entry, words }) => isShipped(entry, words) || !isBlaming(entry))
        .map(({ entry, words }) => installedFile(entry, words, isShipped(entry, words) ? 'product' : 'installed', now)),
      now,
    );
    return said.length;
  }
  const brought = said.filter(({ entry, words }) => isShipped(entry, words) && isNewOfProduct(entry, words, copies));
  const own = brought.filter(({ entry }) => copies.of(entry)?.isOwn);
  for (const { entry, words } of own)
    await keepFile(req, entry, words, { origin: 'upgrade', by: null, note: '随产品的新版本', at: now });
  const others = brought.filter((one) => !own.includes(one));
  const keys = new Set(others.map(({ entry }) => keyOfFile(entry)));
  if (others.length > 0)
    await keepInstalled(
      req,
      [
        ...copies.installed.filter(({ file }) => !keys.has(file)),
        ...others.map(({ entry, words }) => installedFile(entry, words, 'upgrade', now)),
      ],
      now,
    );
  return brought.length;
}

/** A list was never read with somebody blamed by name in it, by no version of the product: it waits for the secrecy reviewer. */
const isBlaming = ({ data, kind }: FileEntry): boolean =>
  kind === 'lists' && blamedInList(data as StarterListType).length > 0;

const isShipped = (entry: FileEntry, words: FileWords): boolean =>
  shippedWords[keyOfFile(entry)] === nameOfWords(words);

/** Whether words of the product are new, and nobody in this city had words of their own. */
function isNewOfProduct(entry: FileEntry, words: FileWords, copies: FileCopies): boolean {
  try {
    const copy = copies.of(entry);
    return (
      !copy ||
      ((copy.origin === 'product' || copy.origin === 'upgrade') && nameOfWords(copy.words) !== nameOfWords(words))
    );
  } catch {
    // What cannot be read waits for a reviewer.
    return false;
  }
}
