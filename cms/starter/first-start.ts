import type { Payload } from 'payload';
import { z } from 'zod';

export const firstStartKey = 'first-start';
/** `begun` before the first example is written, `done` after the first account has been made. */
export const firstStartSchema = z.object({ state: z.enum(['begun', 'done']), at: z.iso.datetime() });

/** How far the first start has come; null when no version has written it down. */
export async function readFirstStart(payload: Pick<Payload, 'kv'>): Promise<'begun' | 'done' | null> {
  return firstStartSchema.safeParse(await payload.kv.get(firstStartKey)).data?.state ?? null;
}

/** Writes down how far it has come: one row, so that it is there or not. Never removed: deleted examples do not come back. */
export async function noteFirstStart(payload: Pick<Payload, 'kv'>, state: 'begun' | 'done', now: Date): Promise<void> {
  await payload.kv.set(firstStartKey, { state, at: now.toISOString() });
}
