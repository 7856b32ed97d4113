import type { Payload } from 'payload';
import { each } from '../../campaigns/bulkhead/each.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { idOf } from '../database/id-of.ts';
import { isWithdrawn, newestRelease } from '../release/newest.ts';
import { publishStory } from '../publication/publish.ts';

/** Members in these states no longer belong to what goes out. */
const gone = new Set(['refused', 'offline', 'revoked']);

/**
 * Lets every batch go whose stories are all signed: its members appear together. Level-triggered.
 * @returns names of the batches released now
 */
export async function releaseBatches(payload: Payload, clock: Clock): Promise<string[]> {
  const { docs: waiting } = await payload.find({
    collection: 'batches',
    where: { releasedAt: { exists: false } },
    depth: 0,
    joins: false,
    pagination: false,
  });
  const released = await each(
    waiting,
    ({ id, name }) => [`batch ${id}`, `这一批“${name}”`],
    async (batch) => {
      const { docs } = await payload.find({
        collection: 'nominations',
        where: { batch: { equals: batch.id } },
        depth: 0,
        pagination: false,
        select: { state: true, story: true },
      });
      const stories = await signedStories(
        payload,
        docs.filter(({ state }) => !gone.has(state)),
      );
      if (!stories) return [];
      await payload.update({
        collection: 'batches',
        id: batch.id,
        data: { releasedAt: clock.now().toISOString() },
        depth: 0,
      });
      // What fails here the publishing of the minute makes up for: the batch is let go.
      await each(
        stories,
        (story) => [`story ${story}`, `“${batch.name}”里的一篇稿件`],
        (story) => publishStory(payload, story, clock),
      );
      return [batch.name];
    },
  );
  return released.flat();
}

/** The members' stories, or null while one of them is not accepted or not signed (or there is none). */
async function signedStories(
  payload: Payload,
  members: readonly { state: string; story?: unknown }[],
): Promise<string[] | null> {
  if (members.length === 0) return null;
  const stories: string[] = [];
  for (const { state, story } of members) {
    const id = idOf(story as string | null);
    const newest = id ? await newestRelease(payload, id) : null;
    if (state !== 'accepted' || !id || !newest || (await isWithdrawn(payload, newest.id))) return null;
    stories.push(id);
  }
  return stories;
}
