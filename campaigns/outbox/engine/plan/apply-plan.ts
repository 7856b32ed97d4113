import { each } from '../../../bulkhead/each.ts';
import type { Plan } from '../../../planner/plan.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { DeliveryStore } from '../../../ports/delivery-store.ts';
import { processOwner } from '../attempt/owner.ts';
import { rearm } from './rearm.ts';
import { replan } from './replan.ts';
import { supersede } from './supersede.ts';

export interface ApplyPlan {
  plan: Plan;
  store: DeliveryStore;
  clock: Clock;
  /** Whose hand the ledger names; by default this process. */
  owner?: string;
}

export interface Applied {
  created: number;
  superseded: number;
  replanned: number;
  rearmed: number;
}

/**
 * Closes the difference that the planner found. Any part may fail or be done by two processes at once: the next tick
 * compares again.
 */
export async function applyPlan({ plan, store, clock, owner = processOwner().name }: ApplyPlan): Promise<Applied> {
  const one = ({ deliveryId }: { deliveryId: string }) => [`delivery ${deliveryId}`, `推送 ${deliveryId}`] as const;
  const count = async (done: Promise<boolean[]>) => (await done).filter(Boolean).length;
  // What must not go out comes first.
  const superseded = await count(
    each(plan.supersede, one, ({ deliveryId, reason }) => supersede(store, clock, deliveryId, owner, reason)),
  );
  return {
    superseded,
    created: await count(
      each(
        plan.create,
        ({ channel, postId }) => [`post ${postId}:${channel}`, `排期 ${postId} 的 ${channel}`],
        (delivery) => store.create(delivery),
      ),
    ),
    rearmed: await count(each(plan.rearm, one, (again) => rearm(store, clock, owner, again))),
    replanned: await count(each(plan.replan, one, (moved) => replan(store, moved))),
  };
}
