import type { Payload } from 'payload';

/** Column slug → name, in one query. */
export async function columnNames(payload: Payload): Promise<Map<string, string>> {
  const { docs } = await payload.find({ collection: 'columns', depth: 0, pagination: false, select: { slug: true, name: true } });
  return new Map(docs.map(({ slug, name }) => [slug, name]));
}
