import { answerReceipt, type ReceiptBook } from '../../../campaigns/channels/press/receipt/answer.ts';
import { receiptPath } from '../../../campaigns/channels/press/receipt/link.ts';
import { recordOutletReceipt, receiptStanding } from '../../../campaigns/outbox/hands/outlet-receipt.ts';
import type { Clock } from '../../../campaigns/ports/clock.ts';
import type { DeliveryStore } from '../../../campaigns/ports/delivery-store.ts';
import type { Release } from '../../../campaigns/ports/release.ts';
import type { PublicHook } from '../../../site/server/hooks.ts';

export interface PressHookParts {
  /** With which the links were signed. */
  key: Buffer;
  store: DeliveryStore;
  releases(id: string): Promise<Release>;
  /** Full names of the outlets, by channel, as the public may read them now. */
  outlets(): Promise<ReadonlyMap<string, string>>;
  clock: Clock;
}

/** Takes the receipts of outlets: the address in the letters that go with 供稿包 and notices. */
export function pressHook({ key, store, releases, outlets, clock }: PressHookParts): PublicHook {
  const outletOf = async (deliveryId: string) => {
    const delivery = await store.get(deliveryId);
    const outlet = delivery && (await outlets()).get(delivery.channel);
    return delivery && outlet ? { delivery, outlet } : null;
  };
  const book: ReceiptBook = {
    async describe(claim) {
      const found = await outletOf(claim.deliveryId);
      const standing = found && (await receiptStanding(store, claim));
      if (!standing) return null;
      const { title } = await releases(found.delivery.releaseId);
      return { outlet: found.outlet, title, ...standing };
    },
    async record(claim, handling) {
      const found = await outletOf(claim.deliveryId);
      return found !== null && recordOutletReceipt(store, clock, claim, found.outlet, handling);
    },
  };
  return { prefix: receiptPath, maxBytes: 4096, handle: (request) => answerReceipt(request, key, book, clock) };
}
