import type { Clock } from '../../../ports/clock.ts';
import type { DeliveryStore } from '../../../ports/delivery-store.ts';
import type { Delivery } from '../../../ports/delivery.ts';
import { close, follow } from '../../journal/close.ts';
import { isOut, isRunning } from '../../journal/trail.ts';

export interface Rearm extends Pick<Delivery, 'plannedAt' | 'misfire' | 'misfireWindow'> {
  deliveryId: string;
}

/**
 * Puts a delivery back into the queue that the plan itself had taken out: its key is taken for ever, so it is not made
 * anew. Owned like every step by inserting the next attempt; due at its planned minute.
 * @returns false when it was not out (its row then follows its attempts) or somebody else was quicker
 */
export async function rearm(store: DeliveryStore, clock: Clock, owner: string, again: Rearm): Promise<boolean> {
  const { deliveryId, ...planned } = again;
  const trail = await store.attempts(deliveryId);
  if (!isOut(trail)) {
    // Entered before, and a crash left the row behind; or it was never out.
    if (trail.length > 0 && !isRunning(trail.at(-1))) await follow(store, deliveryId, trail);
    return false;
  }
  // Before the claim: a row that is out is nobody's, and once claimed its time decides when it is due.
  await store.patch(deliveryId, planned);
  return close(
    store,
    clock,
    deliveryId,
    { kind: 'skip', outcome: 'rearmed', note: '计划又需要这一份，重新排上。', owner },
    trail,
  );
}
