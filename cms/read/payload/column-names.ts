import type { Payload } from 'payload';
import { publicRows } from '../../texts/public-rows.ts';

/** Column slug → name as two people stand for it, in two queries. */
export async function columnNames(payload: Payload): Promise<Map<string, string>> {
  const { docs } = await payload.find({
    collection: 'columns',
    depth: 0,
    pagination: false,
    select: { slug: true, name: true, writers: true },
  });
  return new Map((await publicRows(payload, 'columns', docs)).map(({ slug, name }) => [slug, name]));
}
