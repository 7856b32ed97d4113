import type { GlobalAfterChangeHook } from 'payload';
import type { Role } from '../access/roles.ts';
import { endSessions } from './end-sessions.ts';

/** A new rule holds at once: whoever owes a second factor is signed out and sets it up at the next log-in. */
export const endUnprotected: GlobalAfterChangeHook = async ({ doc, req: { payload } }) => {
  const bound = (doc as { secondFactorRoles?: Role[] | null }).secondFactorRoles ?? [];
  if (bound.length === 0) return;
  const [{ docs: people }, { docs: factors }] = await Promise.all([
    payload.find({
      collection: 'users',
      where: { roles: { in: bound } },
      pagination: false,
      depth: 0,
      select: { roles: true },
    }),
    payload.find({
      collection: 'second-factors',
      where: { confirmedAt: { exists: true } },
      pagination: false,
      depth: 0,
    }),
  ]);
  const safe = new Set(factors.map(({ person }) => person));
  for (const { id } of people) if (!safe.has(id)) await endSessions(payload, id);
};
