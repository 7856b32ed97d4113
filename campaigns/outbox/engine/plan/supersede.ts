import type { Clock } from '../../../ports/clock.ts';
import type { DeliveryStore } from '../../../ports/delivery-store.ts';
import { close, follow } from '../../journal/close.ts';
import { nextKind } from '../../journal/next-kind.ts';
import { isOut, isRunning } from '../../journal/trail.ts';

/**
 * Takes a delivery out of the queue because the plan no longer wants it (a newer release, a moved or removed post).
 * Only one that has surely not gone out: it owns the delivery by inserting the next attempt, kind `skip`.
 * @param why one Chinese sentence for the ledger
 * @returns false when it is being sent, may be out already, or was closed before
 */
export async function supersede(
  store: DeliveryStore,
  clock: Clock,
  deliveryId: string,
  owner: string,
  why = '计划已变，由新的一条代替，没有发送。',
): Promise<boolean> {
  const trail = await store.attempts(deliveryId);
  const last = trail.at(-1);
  // Entered before, but a crash left the row behind.
  if (isOut(trail)) return follow(store, deliveryId, trail);
  if (isRunning(last) || (last && nextKind(trail) !== 'send')) return false;
  return close(store, clock, deliveryId, { kind: 'skip', outcome: 'superseded', note: why, owner }, trail);
}
