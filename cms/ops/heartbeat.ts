import type { Payload } from 'payload';
import { z } from 'zod';

const key = 'scheduler.heartbeat';
const schema = z.object({ at: z.iso.datetime() });

/** Called by the scheduler after each tick, so that 今日 can say that somebody is at the wheel. */
export async function recordHeartbeat(payload: Pick<Payload, 'kv'>, at: Date): Promise<void> {
  await payload.kv.set(key, { at: at.toISOString() });
}

/** The last tick of any process of this deployment; null when there has been none. */
export async function lastHeartbeat(payload: Pick<Payload, 'kv'>): Promise<Date | null> {
  const parsed = schema.safeParse(await payload.kv.get(key));
  return parsed.success ? new Date(parsed.data.at) : null;
}
