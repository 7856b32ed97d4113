import type { CollectionSlug, Payload } from 'payload';

/** Of these ids, those that the collection does not have yet. */
export async function missing(payload: Payload, collection: CollectionSlug, ids: string[]): Promise<Set<string>> {
  const { docs } = await payload.find({
    collection,
    where: { id: { in: ids } },
    depth: 0,
    pagination: false,
    select: {},
  });
  const present = new Set(docs.map(({ id }) => String(id)));
  return new Set(ids.filter((id) => !present.has(id)));
}
