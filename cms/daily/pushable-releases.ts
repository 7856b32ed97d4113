import { askInChunks } from '../../campaigns/lists/in-chunks.ts';
import type { Payload } from 'payload';
import { idOf } from '../database/id-of.ts';

/** What stories may be pushed with, story → release: what is live, and what is signed and waits for its minute (定时上线). */
export async function pushableReleases(payload: Payload, storyIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await askInChunks([...new Set(storyIds)], async (some) => {
    const { docs } = await payload.find({
      collection: 'publications',
      where: { and: [{ state: { in: ['live', 'waiting'] } }, { story: { in: some } }] },
      depth: 0,
      pagination: false,
      select: { story: true, release: true },
    });
    return docs;
  });
  return new Map(rows.map(({ release, story }) => [idOf(story) ?? '', idOf(release) ?? '']));
}
