import type { Payload } from 'payload';
import type { Person } from '../access/person.ts';
import type { Campaign } from '../payload-types.ts';
import { openWords } from '../texts/open-words.ts';
import { together, type Writer } from '../texts/writers.ts';

/**
 * Whose words a copy of a campaign holds that nobody else stands for: those of the original that wait, and whoever copies
 * it. None of them may confirm it; copying must not make one's own words somebody else's.
 * @param by null: the product itself
 */
export async function copyWriters(payload: Payload, row: Campaign, by: Person | null): Promise<Writer[]> {
  const { docs: posts } = await payload.find({
    collection: 'posts',
    where: { campaign: { equals: row.id } },
    depth: 0,
    pagination: false,
  });
  const open = [...(await openWords(payload, 'campaigns', [row])), ...(await openWords(payload, 'posts', posts))];
  return together(
    open.flatMap(({ writers }) => writers).reduce<Writer[]>((all, one) => together(all, { ...one }), []),
    by,
  );
}
