import { inChunks } from '../../../lists/in-chunks.ts';
import { each } from '../../../bulkhead/each.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { DeliveryStore } from '../../../ports/delivery-store.ts';
import type { RecallOrder } from '../../../ports/recall.ts';
import { processOwner } from '../attempt/owner.ts';
import { enterOrder } from './enter-order.ts';

/** Every decision in force, by the release that it concerns, in the order of decision. */
export type RecallOrders = ReadonlyMap<string, readonly RecallOrder[]>;

/**
 * Compares the decisions with the deliveries and enters what is missing into their trails; the worker then does the
 * rest. Level-triggered: whatever is cut short or done twice is settled by the next tick.
 * @returns how many orders were entered, or rows brought after one that was
 */
export async function applyRecalls({
  orders,
  store,
  clock,
  owner = processOwner().name,
}: {
  orders: RecallOrders;
  store: DeliveryStore;
  clock: Clock;
  owner?: string;
}): Promise<number> {
  const releases = [...orders.keys()];
  let entered = 0;
  for (const some of inChunks(releases)) {
    const settled = some.flatMap((id) => lastOf(orders.get(id) ?? [])?.id ?? []);
    const copies = await store.list({ releaseIds: some, notOrderedBy: [...new Set(settled)] });
    const told = await each(
      copies,
      ({ id, channel }) => [`delivery ${id}`, `${channel} 上的一份（${id}）`],
      ({ id, releaseId }) => enterOrder(store, clock, id, orders.get(releaseId) ?? [], owner),
    );
    entered += told.filter(Boolean).length;
  }
  return entered;
}

/** The order that a copy ends with: a withdrawal, or else the latest correction. */
const lastOf = (orders: readonly RecallOrder[]): RecallOrder | undefined =>
  orders.find(({ kind }) => kind === 'withdraw') ?? orders.at(-1);
