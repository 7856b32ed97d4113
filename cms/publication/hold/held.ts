import type { Payload } from 'payload';
import { idOf } from '../../database/id-of.ts';

const ended = new Set(['refused', 'offline', 'revoked']);

const nominationOf = async (payload: Payload, storyId: string) =>
  (
    await payload.find({
      collection: 'nominations',
      where: { story: { equals: storyId } },
      limit: 1,
      depth: 0,
      pagination: false,
      select: { batch: true, state: true },
    })
  ).docs[0];

async function batchOf(payload: Payload, nomination: { batch?: unknown } | undefined) {
  const id = idOf(nomination?.batch as string | null);
  return id ? payload.findByID({ collection: 'batches', id, depth: 0, joins: false, disableErrors: true }) : null;
}

/** When the 发布批次 of a role model's story was let go; null: it has none, or still waits. */
export const letGoAt = async (payload: Payload, storyId: string): Promise<string | null> =>
  (await batchOf(payload, await nominationOf(payload, storyId)))?.releasedAt ?? null;

/** True while a role model's story waits for the rest of its 发布批次: signed, but not yet to be shown. Asked only of what was never shown. */
export async function isHeld(payload: Payload, storyId: string): Promise<boolean> {
  const nomination = await nominationOf(payload, storyId);
  // Ended before it was ever shown: there is nothing to tell the public.
  if (nomination && ended.has(nomination.state)) return true;
  const batch = await batchOf(payload, nomination);
  return batch !== null && !batch.releasedAt;
}
