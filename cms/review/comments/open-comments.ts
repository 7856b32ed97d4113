import type { Payload, Where } from 'payload';

/** How many comments of a story nobody has resolved, and how many of those are marked 必须改. */
export async function openCommentsOf(
  payload: Payload,
  storyId: string,
): Promise<{ openComments: number; openMust: number }> {
  const where: Where = { and: [{ story: { equals: storyId } }, { resolvedAt: { exists: false } }] };
  const { docs } = await payload.find({
    collection: 'comments',
    where,
    depth: 0,
    pagination: false,
    select: { must: true },
  });
  return { openComments: docs.length, openMust: docs.filter(({ must }) => must).length };
}
