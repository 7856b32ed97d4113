import { askInChunks } from '../../../campaigns/lists/in-chunks.ts';
import type { Payload } from 'payload';
import { each } from '../../../campaigns/bulkhead/each.ts';
import { idOf } from '../../database/id-of.ts';
import { snapshotOf } from '../../release/publication-row.ts';
import { keyOfResult, type SourceResult } from './result.ts';

/** A reprint that is live, whose source nobody has looked at since its time came. */
export interface DueReprint {
  storyId: string;
  releaseId: string;
  title: string;
  source: string;
  url: string;
  /** Since when somebody should look. */
  due: Date;
  /** What somebody or the machine found, and what waits to be mended; null: nobody has looked. */
  found: Exclude<SourceResult, 'stands'> | null;
}

/**
 * Reprints on the site whose source is to be looked at by now (G22): so many hours after this version went live, until
 * somebody says that the source still stands, a new version is signed or the story is taken back. Longest due first.
 */
export async function dueReprints(payload: Payload, now: Date, hours: number): Promise<DueReprint[]> {
  const { docs: stories } = await payload.find({
    collection: 'stories',
    where: { reprint: { equals: true } },
    depth: 0,
    pagination: false,
    joins: false,
    select: { title: true },
  });
  const due = await askInChunks(stories, (some) =>
    dueOf(
      payload,
      some.map(({ id }) => id),
      now,
      hours,
    ),
  );
  return due.sort((a, b) => a.due.getTime() - b.due.getTime());
}

async function dueOf(payload: Payload, stories: string[], now: Date, hours: number): Promise<DueReprint[]> {
  const latest = new Date(now.getTime() - hours * 3_600_000).toISOString();
  const { docs } = await payload.find({
    collection: 'publications',
    where: {
      and: [{ story: { in: stories } }, { state: { equals: 'live' } }, { publishedAt: { less_than_equal: latest } }],
    },
    depth: 0,
    pagination: false,
    select: { story: true, release: true, title: true, publishedAt: true },
  });
  const said = await resultsOf(
    payload,
    docs.map(({ release }) => idOf(release) ?? ''),
  );
  const open = docs.filter(({ release }) => !said.get(idOf(release) ?? '')?.has('stands'));
  const found = await each(
    open,
    ({ id, title }) => [`publication ${id}`, `转载稿《${title}》`],
    async ({ publishedAt, release, story, title }): Promise<DueReprint[]> => {
      const releaseId = idOf(release) ?? '';
      const row = await payload.findByID({ collection: 'releases', id: releaseId, depth: 0, disableErrors: true });
      if (!row?.snapshot) throw new Error('在线的这一版，签发稿不见了或读不出来：请打开稿件，重新送审签发。');
      const { reprint, source, sourceUrl } = snapshotOf(row);
      // It is being made a reprint only now; what is live is none.
      if (!reprint) return [];
      const results = said.get(releaseId);
      return [
        {
          storyId: idOf(story) ?? '',
          releaseId,
          title,
          source,
          url: sourceUrl ?? '',
          due: new Date(Date.parse(publishedAt) + hours * 3_600_000),
          found: results?.has('gone') ? 'gone' : results?.has('changed') ? 'changed' : null,
        },
      ];
    },
  );
  return found.flat();
}

/** What has been said of the sources of these releases. */
async function resultsOf(payload: Payload, releases: readonly string[]): Promise<Map<string, Set<SourceResult>>> {
  const results: SourceResult[] = ['stands', 'changed', 'gone'];
  const said = new Map<string, Set<SourceResult>>();
  if (releases.length === 0) return said;
  const keys = new Map(
    releases.flatMap((release) =>
      results.map((result) => [keyOfResult(release, result), { release, result }] as const),
    ),
  );
  const { docs } = await payload.find({
    collection: 'check-memory',
    where: { key: { in: [...keys.keys()] } },
    depth: 0,
    pagination: false,
    select: { key: true },
  });
  for (const { key } of docs) {
    const is = keys.get(key);
    if (is) said.set(is.release, (said.get(is.release) ?? new Set()).add(is.result));
  }
  return said;
}
