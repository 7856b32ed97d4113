import type { Payload } from 'payload';
import { idOf } from '../database/id-of.ts';
import type { Release } from '../payload-types.ts';

/** A story's latest release, or null when it was never signed. */
export async function newestRelease(payload: Payload, storyId: string): Promise<Release | null> {
  const { docs } = await payload.find({
    collection: 'releases',
    where: { story: { equals: storyId } },
    sort: '-version',
    limit: 1,
    depth: 0,
    pagination: false,
  });
  return docs[0] ?? null;
}

/** True once somebody has decided to take this release back. */
export async function isWithdrawn(payload: Payload, releaseId: string): Promise<boolean> {
  return (await payload.count({ collection: 'withdrawals', where: { key: { equals: releaseId } } })).totalDocs > 0;
}

/** Those of these stories whose latest release nobody has taken back. @param stories ids, as many as a database takes in one question */
export async function notWithdrawnAmong(payload: Payload, stories: readonly string[]): Promise<Set<string>> {
  if (stories.length === 0) return new Set();
  const read = { depth: 0, pagination: false } as const;
  const { docs } = await payload.find({
    ...read,
    collection: 'releases',
    where: { story: { in: [...stories] } },
    sort: 'version',
    select: { story: true, version: true },
  });
  // Sorted by version: the last one written into the map is the newest.
  const newest = new Map(docs.map(({ id, story }) => [idOf(story) ?? '', id]));
  const { docs: withdrawals } = await payload.find({
    ...read,
    collection: 'withdrawals',
    where: { key: { in: [...newest.values()] } },
    select: { key: true },
  });
  const gone = new Set(withdrawals.map(({ key }) => key));
  return new Set([...newest].flatMap(([story, release]) => (gone.has(release) ? [] : [story])));
}
