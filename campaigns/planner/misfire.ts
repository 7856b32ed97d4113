import type { MisfirePolicy } from '../ports/delivery.ts';

const toleranceMs = 60_000;

export interface MisfireQuestion {
  plannedAt: Date;
  now: Date;
  policy: MisfirePolicy;
  /** Minutes after `plannedAt` within which policy `late` still sends. */
  windowMinutes: number;
}

/** What to do with a due post. Up to a minute late is on time: the scheduler only wakes once a minute. */
export function misfire({ plannedAt, now, policy, windowMinutes }: MisfireQuestion): 'send' | 'skip' | 'ask' {
  const lateMs = now.getTime() - plannedAt.getTime();
  if (lateMs <= toleranceMs) return 'send';
  if (policy === 'late') return lateMs <= windowMinutes * 60_000 ? 'send' : 'skip';
  return policy;
}
