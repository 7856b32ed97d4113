import { inChunks } from '../../campaigns/lists/in-chunks.ts';
import type { Payload } from 'payload';
import { gather, tellStuck } from '../../campaigns/bulkhead/stuck.ts';
import { append } from '../../campaigns/lists/append.ts';

/** What can be read of a delivery whose row does not fit. */
interface Unreadable {
  id: string;
  postId: string;
  releaseId: string;
}

/**
 * Does some work and says which deliveries it did without because their rows cannot be read. Such a copy may be out:
 * whoever counts copies must not take it for one that does not exist. All that got stuck is told on.
 */
export async function withUnreadable<T>(
  payload: Pick<Payload, 'db'>,
  work: () => Promise<T>,
): Promise<{ value: T; stuck: string[]; unreadable: Unreadable[] }> {
  const { stuck, value } = await gather(work);
  for (const { error, item, title } of stuck) tellStuck(item, title, new Error(error));
  const ids = [...new Set(stuck.flatMap(({ item }) => /^deliver(?:y|ies) (.+)$/.exec(item)?.[1] ?? []))];
  const unreadable: Unreadable[] = [];
  for (const some of inChunks(ids)) {
    const { docs } = await payload.db.find<Unreadable>({
      collection: 'deliveries',
      where: { id: { in: some } },
      limit: 0,
      pagination: false,
      select: { postId: true, releaseId: true },
    });
    append(unreadable, docs);
  }
  return { value, stuck: stuck.map(({ item }) => item), unreadable };
}
