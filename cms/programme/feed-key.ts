import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Payload } from 'payload';

/**
 * What makes a person's calendar address theirs. It follows from the deployment's secret and the salt of their password:
 * a new password makes a new address, and an account that is gone opens nothing. Null without such an account.
 */
export async function feedKey(payload: Payload, userId: string): Promise<string | null> {
  const user = await payload.db.findOne<{ id: string; salt?: string | null }>({
    collection: 'users',
    where: { id: { equals: userId } },
  });
  if (!user?.salt) return null;
  return createHmac('sha256', payload.secret)
    .update(`staff-calendar\n${userId}\n${user.salt}`)
    .digest('base64url')
    .slice(0, 32);
}

/** True when `key` opens this person's calendar. Takes as long for a wrong key as for a right one. */
export async function opensFeed(payload: Payload, userId: string, key: string): Promise<boolean> {
  const own = await feedKey(payload, userId);
  const [given, wanted] = [key, own ?? ''].map((text) => createHmac('sha256', 'length').update(text).digest());
  return timingSafeEqual(given as Buffer, wanted as Buffer) && own !== null;
}
