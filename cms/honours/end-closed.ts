import type { Payload } from 'payload';
import { each } from '../../campaigns/bulkhead/each.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { idOf } from '../database/id-of.ts';
import { follow } from '../store/follow/follow.ts';
import type { Source, SourceRow } from '../store/follow/source.ts';
import { notWithdrawnAmong } from '../release/newest.ts';
import { closing } from './closing.ts';
import { endStory } from '../publication/end-story.ts';

const closed = { state: { in: ['offline', 'revoked'] }, story: { exists: true } };

async function endThese(payload: Payload, clock: Clock, nominations: readonly string[]): Promise<void> {
  const { docs } = await payload.find({
    collection: 'nominations',
    where: { and: [closed, { id: { in: [...nominations] } }] },
    depth: 0,
    pagination: false,
  });
  const live = await notWithdrawnAmong(
    payload,
    docs.flatMap(({ story }) => idOf(story) ?? []),
  );
  const there = docs.filter(({ story }) => live.has(idOf(story) ?? ''));
  await each(
    there,
    ({ id, name }) => [`nomination ${id}`, `典型“${name}”`],
    async (nomination) => {
      const [story, told] = [idOf(nomination.story), closing(nomination)];
      if (story !== null && told !== null) await endStory(payload, clock, story, told);
    },
  );
}

const moved: Source = {
  collection: 'nominations',
  stamp: 'updatedAt',
  where: closed,
  select: {},
  items: (rows) => rows.map(({ id }) => id),
  rounds: 100,
};
/** A story that has been signed again, although its role model is on no page. */
const signed: Source = {
  collection: 'releases',
  stamp: 'createdAt',
  where: { kind: { equals: 'role-model' } },
  select: { story: true },
  async items(rows, payload) {
    const stories = rows.flatMap(({ story }) => idOf(story as string | { id: string }) ?? []);
    if (stories.length === 0) return [];
    const { docs } = await payload.db.find<SourceRow>({
      collection: 'nominations',
      where: { and: [closed, { story: { in: stories } }] },
      select: {},
      limit: 0,
      pagination: false,
    });
    return docs.map(({ id }) => id);
  },
};

/**
 * Closes what a crash left open: a role model that is offline or revoked is not on any page. Looks at those of which something may
 * have moved, and a few others (`cms/store/follow`).
 */
export const endClosed = (payload: Payload, clock: Clock): Promise<void> =>
  follow(payload, {
    name: 'take-down-closed',
    sources: [moved, signed],
    settle: async (nominations) => {
      await endThese(payload, clock, nominations);
      return [];
    },
  });
