import type { Payload } from 'payload';
import { civilDay } from '../../campaigns/calendar/civil-day.ts';
import { idOf } from '../database/id-of.ts';
import type { Assignee } from '../story/case-file.ts';

/** Account id of who is on leave on the civil day of `now` (Asia/Shanghai) → ids of those who stand in. */
export async function leavesAt(payload: Payload, now: Date): Promise<Map<string, string[]>> {
  const today = civilDay(now);
  const { docs } = await payload.find({
    collection: 'delegations',
    where: { and: [{ from: { less_than_equal: today } }, { to: { greater_than_equal: today } }] },
    depth: 0,
    pagination: false,
  });
  const leaves = new Map<string, string[]>();
  for (const { delegate, user } of docs) {
    const [absent, substitute] = [idOf(user), idOf(delegate)];
    if (absent && substitute) leaves.set(absent, [...(leaves.get(absent) ?? []), substitute]);
  }
  return leaves;
}

/** The named reviewer with today's substitutes; null when nobody is named, or the account is gone. */
export async function assigneeOf(payload: Payload, id: string | null, now: Date): Promise<Assignee | null> {
  if (!id) return null;
  const [user, leaves] = await Promise.all([
    payload.findByID({ collection: 'users', id, depth: 0, disableErrors: true }),
    leavesAt(payload, now),
  ]);
  return user ? { id, name: user.name, delegates: leaves.get(id) ?? [] } : null;
}
