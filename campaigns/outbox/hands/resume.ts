import type { Clock } from '../../ports/clock.ts';
import type { DeliveryStore } from '../../ports/delivery-store.ts';
import { close } from '../journal/close.ts';
import type { Trail } from '../journal/trail.ts';

/**
 * A person puts a delivery back into the queue (等人工, 被拒, 已跳过) and takes the word for it that it is not out:
 * it is sent at once, without a misfire check. Channels learn of it as `SendJob.resumedAt`.
 * @param by who decided, for the ledger
 * @param seen the attempts on which it was decided, where they have been read already
 * @returns false when an attempt is running, or has been made since `seen`
 */
export const resume = (
  store: DeliveryStore,
  clock: Clock,
  deliveryId: string,
  by: string,
  seen?: Trail,
): Promise<boolean> =>
  close(
    store,
    clock,
    deliveryId,
    {
      kind: 'skip',
      outcome: 'resumed',
      note: `${by}决定重新发送。`,
      owner: by,
    },
    seen,
  );

/** A person has found it on the platform (or has put it there by hand): confirmed. `seen` and result as with `resume`. */
export const confirmByHand = (
  store: DeliveryStore,
  clock: Clock,
  deliveryId: string,
  by: string,
  url: string | null = null,
  seen?: Trail,
): Promise<boolean> =>
  close(
    store,
    clock,
    deliveryId,
    {
      kind: 'look',
      outcome: 'confirmed',
      note: `${by}人工确认已发出。`,
      owner: by,
      externalId: null,
      url,
      receivedAt: null,
    },
    seen,
  );
