import type { GoneLater } from '../../channels/channel.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DeliveryStore } from '../../ports/delivery-store.ts';
import type { Delivery } from '../../ports/delivery.ts';
import { isOpenRecall } from '../../ports/recall.ts';
import { close } from './close.ts';
import { isGoneLater } from './standing.ts';
import type { Trail } from './trail.ts';

/**
 * A copy that may be looked at again after its success: nobody here is taking it back or has done so, and it has not been
 * found gone before. What a person has entered about that stands.
 */
export const mayBeLookedAtAgain = (d: Delivery): boolean =>
  d.state === 'confirmed' && !isGoneLater(d) && d.recall !== 'deleted' && !isOpenRecall(d.recall);

/**
 * Enters into the trail that a confirmed copy is not there any more, though nobody here took it away. It becomes 等人工
 * and is never sent again by the machine.
 * @param seen the attempts as they were before the platform was asked: whatever was decided since goes before
 * @returns false when it is not confirmed any more, or somebody was quicker: then nothing has changed
 */
export async function enterGoneLater(
  store: DeliveryStore,
  clock: Clock,
  deliveryId: string,
  gone: GoneLater,
  owner: string,
  seen: Trail,
): Promise<boolean> {
  const delivery = await store.get(deliveryId);
  if (!delivery || !mayBeLookedAtAgain(delivery)) return false;
  return close(
    store,
    clock,
    deliveryId,
    { kind: 'look', outcome: 'gone-later', note: gone.note, owner, goneLater: gone.by },
    seen,
  );
}
