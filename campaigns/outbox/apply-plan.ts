import type { Plan } from '../planner/plan.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeliveryStore } from '../ports/delivery-store.ts';
import { processOwner } from './owner.ts';
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
}

/**
 * Closes the difference that the planner found. Any part may fail or be done by two processes at once: the next tick
 * compares again.
 */
export async function applyPlan({ plan, store, clock, owner = processOwner().name }: ApplyPlan): Promise<Applied> {
  const applied: Applied = { created: 0, superseded: 0, replanned: 0 };
  for (const delivery of plan.create) if (await store.create(delivery)) applied.created += 1;
  for (const { deliveryId, reason } of plan.supersede) {
    if (await supersede(store, clock, deliveryId, owner, reason)) applied.superseded += 1;
  }
  for (const { deliveryId, plannedAt } of plan.replan) if (await replan(store, deliveryId, plannedAt)) applied.replanned += 1;
  return applied;
}

/** Moves a delivery that nobody has tried yet; one that waits for its next try keeps its own time. */
async function replan(store: DeliveryStore, deliveryId: string, plannedAt: Date): Promise<boolean> {
  const delivery = await store.get(deliveryId);
  if (delivery?.state !== 'pending') return false;
  await store.patch(deliveryId, delivery.attempts === 0 ? { plannedAt, nextAt: plannedAt } : { plannedAt });
  return true;
}
