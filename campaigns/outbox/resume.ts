import type { Clock } from '../ports/clock.ts';
import type { DeliveryStore } from '../ports/delivery-store.ts';
import { close } from './close.ts';

/**
 * A person puts a delivery back into the queue (等人工, 被拒, 已跳过) and takes the word for it that it is not out:
 * it is sent at once, without a misfire check. Channels learn of it as `resumedAt` (epoch ms).
 * @param by who decided, for the ledger
 * @returns false when an attempt is running
 */
export const resume = (store: DeliveryStore, clock: Clock, deliveryId: string, by: string): Promise<boolean> =>
  close(store, clock, deliveryId, { kind: 'skip', outcome: 'resumed', note: `${by}决定重新发送。`, owner: by, progress: { resumedAt: clock.now().getTime() } });

/** A person has found it on the platform (or has put it there by hand): confirmed. */
export const confirmByHand = (
  store: DeliveryStore, clock: Clock, deliveryId: string, by: string, url: string | null = null,
): Promise<boolean> =>
  close(store, clock, deliveryId, {
    kind: 'look', outcome: 'confirmed', note: `${by}人工确认已发出。`, owner: by, progress: url === null ? {} : { resultUrl: url },
  });
