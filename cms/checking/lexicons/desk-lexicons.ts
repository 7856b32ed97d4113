import type { Payload } from 'payload';
import type { CivilDay } from '../../../campaigns/calendar/civil-day.ts';
import { readable } from '../../../campaigns/bulkhead/each.ts';
import { indexLexicons, type LexiconIndex } from '../../checks/lexicon/index-lexicons.ts';
import type { Lexicon } from '../../checks/lexicon/lexicon.ts';
import type { Lexicon as Row } from '../../payload-types.ts';
import { entriesOf } from './entries.ts';
import { contentOf } from '../../content/content.ts';

/** The word lists in force, ready for the engine. */
export interface DeskLexicons {
  index: LexiconIndex;
  /** `insult@2026-11-21` …: which editions judged. */
  editions: string[];
  lists: ListInForce[];
}

/** A word list that counts now. */
export interface ListInForce {
  slug: string;
  title: string;
  edition: CivilDay;
  owner: string;
  entries: number;
  /** As it came with the product: a beginning, that nobody of this city has looked through. */
  starter: boolean;
}

interface Kept extends DeskLexicons {
  stamp: string;
  /** The lists of `content/`, the same value as long as nobody has touched a file. */
  files: readonly Lexicon[];
}

const kept = new WeakMap<Payload, Kept>();

/**
 * The desk's word lists: what the admin holds, and lists of `content/lexicons/` that it does not hold (not imported yet).
 * Asks the database and the files each time whether anything changed, because another process or a person may have changed
 * it; reads and indexes the words only then.
 * @throws ContentError when a file of `content/lexicons/` cannot be used and never could
 */
export async function deskLexicons(payload: Payload): Promise<DeskLexicons> {
  const { docs } = await payload.find({
    collection: 'lexicons',
    pagination: false,
    depth: 0,
    sort: 'slug',
    select: { slug: true, updatedAt: true, edition: true, active: true },
  });
  const stamp = docs.map(({ slug, updatedAt }) => `${slug} ${updatedAt}`).join('\n');
  const known = kept.get(payload);
  const files = await contentOf(payload).lexicons();
  if (known?.stamp === stamp && known.files === files) return known;
  const made = { ...(await read(payload, files)), stamp, files };
  kept.set(payload, made);
  return made;
}

async function read(payload: Payload, files: readonly Lexicon[]): Promise<DeskLexicons> {
  const { docs } = await payload.find({ collection: 'lexicons', pagination: false, depth: 0, sort: 'slug' });
  const fromFiles = new Map(files.map((lexicon) => [lexicon.slug, lexicon]));
  // A newer edition came with an upgrade, and nobody has changed the list here: it counts before `seed` has brought it in.
  const outdated = ({ edition, slug, starter }: (typeof docs)[number]) =>
    starter === true && edition < (fromFiles.get(slug)?.edition ?? '');
  const own = docs.filter((row) => row.active !== false && !outdated(row));
  // Of a list that is broken here the one that came with the product counts, if there is one.
  const legible = readable(own, ({ id, title }) => [`lexicons ${id}`, `词表“${title}”`], lexiconOf);
  const held = new Set([...docs.filter(({ active }) => active === false), ...legible].map(({ slug }) => slug));
  const all = [...legible, ...[...fromFiles.values()].filter(({ slug }) => !held.has(slug))];
  const ownSlugs = new Set(
    legible.filter(({ slug }) => docs.some((row) => row.slug === slug && row.starter !== true)).map(({ slug }) => slug),
  );
  return {
    index: indexLexicons(all),
    editions: all.map(({ slug, edition }) => `${slug}@${edition}`),
    lists: all.map(({ edition, entries, owner, slug, title }) => ({
      slug,
      title,
      edition,
      owner,
      entries: entries.length,
      starter: !ownSlugs.has(slug),
    })),
  };
}

function lexiconOf({ confidence, edition, entries, group, owner, slug, source, title }: Row): Lexicon {
  if (!Array.isArray(entries)) throw new Error('词条读不出来：请打开这份词表，重新导入一次。');
  return { slug, title, group, edition, owner, source, confidence, entries: entriesOf(entries) };
}
