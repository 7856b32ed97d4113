import type { Plan } from '../planner/plan.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeliveryStore } from '../ports/delivery-store.ts';
import { processOwner } from './owner.ts';
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
  const applied: Applied = { created: 0, superseded: 0, replanned: 0, rearmed: 0 };
  for (const delivery of plan.create) if (await store.create(delivery)) applied.created += 1;
  for (const { deliveryId, reason } of plan.supersede) {
    if (await supersede(store, clock, deliveryId, owner, reason)) applied.superseded += 1;
  }
  for (const again of plan.rearm) if (await rearm(store, clock, owner, again)) applied.rearmed += 1;
  for (const moved of plan.replan) if (await replan(store, moved)) applied.replanned += 1;
  return applied;
}
