import type { Payload } from 'payload';
import { idOf } from '../../database/id-of.ts';

const ended = new Set(['refused', 'offline', 'revoked']);

/** True while a role model's story waits for the rest of its 发布批次: signed, but not yet to be shown. Asked only of what was never shown. */
export async function isHeld(payload: Payload, storyId: string): Promise<boolean> {
  const { docs } = await payload.find({
    collection: 'nominations',
    where: { story: { equals: storyId } },
    limit: 1,
    depth: 0,
    pagination: false,
    select: { batch: true, state: true },
  });
  // Ended before it was ever shown: there is nothing to tell the public.
  if (docs[0] && ended.has(docs[0].state)) return true;
  const batchId = idOf(docs[0]?.batch);
  if (!batchId) return false;
  const batch = await payload.findByID({
    collection: 'batches',
    id: batchId,
    depth: 0,
    joins: false,
    disableErrors: true,
  });
  return batch !== null && !batch.releasedAt;
}
