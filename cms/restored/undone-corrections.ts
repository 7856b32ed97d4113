import { inChunks } from '../../campaigns/lists/in-chunks.ts';
import type { Payload } from 'payload';
import { each } from '../../campaigns/bulkhead/each.ts';
import { civilDay } from '../../campaigns/calendar/civil-day.ts';
import type { Entry } from '../register/entry.ts';
import { registerOf } from '../register/register-of.ts';
import { asRegistered } from '../register/withdrawn.ts';
import { newestRelease } from '../release/newest.ts';
import { append } from '../../campaigns/lists/append.ts';

export interface UndoneCorrection {
  story: string;
  title: string;
  /** Keys of what is missing, as the register has them. */
  keys: string[];
  /** One Chinese sentence: what is missing and what to do. */
  what: string;
}

/**
 * Corrections that were public and are not in the database, because an older copy of it has come back. The register keeps
 * no texts, so only a person can make them again; told until the story is corrected or signed again, or taken back.
 * @param entries of the register, of corrections; by default all
 */
export async function undoneCorrections(
  payload: Payload,
  entries: readonly Entry[] = registerOf(payload).all('correction'),
): Promise<UndoneCorrection[]> {
  const keys: string[] = [];
  for (const some of inChunks(entries)) {
    const { docs } = await payload.find({
      collection: 'corrections',
      where: { key: { in: some.map(({ key }) => key) } },
      depth: 0,
      pagination: false,
      select: { key: true },
    });
    append(
      keys,
      docs.map(({ key }) => key),
    );
  }
  const known = new Set(keys);
  const byStory = Map.groupBy(
    entries.filter(({ key }) => !known.has(key)),
    ({ facts }) => facts.story ?? '',
  );
  const found = await each(
    byStory,
    ([story]) => [`story ${story}`, '一处更正'],
    async ([story, missing]): Promise<UndoneCorrection[]> => {
      const last =
        missing
          .map(({ at }) => at)
          .sort()
          .at(-1) ?? '';
      const {
        docs: [row],
      } = await payload.find({
        collection: 'publications',
        where: { story: { equals: story } },
        limit: 1,
        depth: 0,
        pagination: false,
        select: { release: true, serial: true, state: true, title: true },
      });
      if (!row || asRegistered(payload, row).state !== 'live') return [];
      const { totalDocs: again } = await payload.count({
        collection: 'corrections',
        where: { and: [{ story: { equals: story } }, { at: { greater_than: last } }] },
      });
      const newest = await newestRelease(payload, story);
      const signedAgain =
        newest &&
        !missing.some(({ facts }) => facts.release === newest.id) &&
        new Date(newest.signedAt).toISOString() > last;
      if (again > 0 || signedAgain) return [];
      return [
        {
          story,
          title: row.title,
          keys: missing.map(({ key }) => key),
          what: `《${row.title}》（/s/${row.serial}）在${civilDay(new Date(last))}登记过${missing.length}处更正，恢复的备份里没有，网页上又是更正以前的文字：请打开这篇稿件，重新登记更正，或改好后重新签发。`,
        },
      ];
    },
  );
  return found.flat();
}
