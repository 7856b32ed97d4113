import type { Payload } from 'payload';
import type { Occasion } from '../../../campaigns/calendar/occasion-schema.ts';
import type { Region } from '../../story/region.ts';
import type { ChannelAccount } from '../../../campaigns/channels/accounts.ts';
import type { StarterListType } from '../../content/list-type-schema.ts';
import { contentOf, type Content } from '../../content/content.ts';
import { contentNow } from './content-now.ts';
import { copiesNow } from './copies-now.ts';
import type { FileEntry } from './entries.ts';
import type { FileCopies, Judged } from './file-copies.ts';
import { nameOfWords, type FileData } from './file-words.ts';
import type { KindName } from './kinds.ts';
import { readStanding, shownOf } from './shown-now.ts';

/** `content/` in the words that the public may read; what only machines read of it is as the files say now. */
export interface PublicFiles {
  region(): Promise<Region>;
  lists(): Promise<StarterListType[]>;
  occasions(): Promise<Occasion[]>;
  channels(): Promise<ChannelAccount[]>;
  /** The drawing of an article's default cover, SVG. */
  cover(): Promise<string>;
  /** When people, or a later version of the product, last changed the words of each file of a kind, by its name; absent: never. */
  changed(kind: KindName): Promise<Map<string, Date>>;
  /** What somebody held to be wrong of the checks about the words that are public, by the file's name; absent: nobody had to. */
  judged(kind: KindName): Promise<Map<string, Judged>>;
}

/** Reckoned once for the same files and the same copies: a page asks many times. */
const reckoned = new WeakMap<readonly FileEntry[], { copies: FileCopies; shown: FileData[] }>();
function shownOfAll(entries: readonly FileEntry[], copies: FileCopies): FileData[] {
  const before = reckoned.get(entries);
  if (before?.copies === copies) return before.shown;
  const shown = entries.map((entry) => shownOf(entry, copies)).filter((one) => one !== null);
  reckoned.set(entries, { copies, shown });
  return shown;
}

/**
 * The one door through which the public's readers, letters and sheets get the words of `content/` (docs/decisions/050).
 * @throws what the strict loaders throw where a file has never been whole; and when the database does not answer
 */
export function publicFiles(payload: Payload, content: Content = contentOf(payload)): PublicFiles {
  const read = async <T>(kind: KindName): Promise<T[]> => {
    const [entries, copies] = await Promise.all([contentNow(kind, content), copiesNow(payload)]);
    return shownOfAll(entries, copies) as T[];
  };
  const standings = async (kind: KindName) => {
    const [entries, copies] = await Promise.all([contentNow(kind, content), copiesNow(payload)]);
    return entries.map((entry) => ({ name: entry.name, standing: readStanding(entry, copies) }));
  };
  const one = async <T>(kind: KindName): Promise<T> => (await read<T>(kind))[0] as T;
  return {
    region: () => one<Region>('region'),
    lists: () => read('lists'),
    occasions: () => read('occasions'),
    channels: () => read('channels'),
    cover: async () => (await one<{ picture: string }>('media')).picture,
    changed: async (kind) =>
      new Map(
        (await standings(kind)).flatMap(({ name, standing }) => {
          const copy = standing?.copy;
          return copy && (copy.origin === 'agreed' || copy.origin === 'upgrade')
            ? [[name, new Date(copy.since)] as const]
            : [];
        }),
      ),
    judged: async (kind) =>
      new Map(
        (await standings(kind)).flatMap(({ name, standing }) => {
          const copy = standing?.copy;
          // Words of the product that took the place of the city's are other words: nobody has judged them.
          const isOfCopy =
            copy && standing && (standing.waits !== null || nameOfWords(standing.now) === nameOfWords(copy.words));
          return isOfCopy && copy.judged ? [[name, copy.judged] as const] : [];
        }),
      ),
  };
}
