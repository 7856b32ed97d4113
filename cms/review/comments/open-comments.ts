import type { Payload, Where } from 'payload';

/** How many comments of a story marked 必须改 nobody has resolved. */
export async function openMustOf(payload: Payload, storyId: string): Promise<number> {
  const where: Where = { and: [{ story: { equals: storyId } }, { must: { equals: true } }, { resolvedAt: { exists: false } }] };
  return (await payload.count({ collection: 'comments', where })).totalDocs;
}
