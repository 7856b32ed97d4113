import type { AuthStrategy, Payload } from 'payload';
import { systemClock } from '../../campaigns/ports/clock.ts';

/** A browser that nobody has used for so long must log in again. */
export const idle = 60 * 60_000;
/** And every browser after so long. */
export const longest = 24 * 60 * 60_000;
/** How exactly 最近使用 is kept. */
const grain = 60_000;

/**
 * Makes every request show a live session, not only a valid token: one that was ended, or was left idle, opens nothing.
 * The shell has no hook at this place, so its strategy is wrapped when the CMS comes up.
 */
export function admitLiveSessions(payload: Payload): void {
  payload.authStrategies = payload.authStrategies.map(
    (strategy): AuthStrategy =>
      strategy.name !== 'local-jwt'
        ? strategy
        : {
            ...strategy,
            authenticate: async (args) => {
              const result = await strategy.authenticate(args);
              if (!result.user) return result;
              const { _sid: key } = result.user as { _sid?: string };
              return key !== undefined && (await touch(payload, key)) ? result : { user: null };
            },
          },
  );
}

async function touch(payload: Payload, key: string): Promise<boolean> {
  const now = systemClock.now();
  const {
    docs: [session],
  } = await payload.find({
    collection: 'sign-ins',
    where: { key: { equals: key } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  });
  if (!session) return false;
  const seen = Date.parse(session.seenAt);
  if (now.getTime() - seen > idle || now.getTime() - Date.parse(session.startedAt) > longest) return false;
  // One that ends at this moment stays ended: the row is changed only while it is there.
  if (now.getTime() - seen >= grain) {
    await payload.db.updateOne({
      collection: 'sign-ins',
      where: { id: { equals: session.id } },
      data: { seenAt: now.toISOString() },
      options: { atomic: true },
      select: { id: true },
    });
  }
  return true;
}
