import type { DeliveryStore } from '../../../ports/delivery-store.ts';
import type { Delivery } from '../../../ports/delivery.ts';

export interface Replan extends Pick<Delivery, 'plannedAt' | 'misfire' | 'misfireWindow'> {
  deliveryId: string;
}

/**
 * Brings a pending delivery after its post: time and what to do when that is missed. One that waits for its next try
 * keeps the hour of that try.
 * @returns false when it is pending no more
 */
export async function replan(store: DeliveryStore, { deliveryId, ...planned }: Replan): Promise<boolean> {
  const delivery = await store.get(deliveryId);
  if (delivery?.state !== 'pending') return false;
  const moved = delivery.plannedAt.getTime() !== planned.plannedAt.getTime();
  const nextAt = moved && (await isUntried(store, delivery)) ? { nextAt: planned.plannedAt } : {};
  await store.patch(deliveryId, { ...planned, ...nextAt });
  return true;
}

const isUntried = async (store: DeliveryStore, { id, attempts }: Delivery): Promise<boolean> =>
  attempts === 0 || (await store.attempts(id)).at(-1)?.outcome === 'rearmed';
