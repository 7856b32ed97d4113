import { noticeName } from '../../channels/press/notice-name.ts';
import type { Handling } from '../../channels/press/receipt/answer.ts';
import type { ReceiptClaim } from '../../channels/press/receipt/link.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DeliveryStore } from '../../ports/delivery-store.ts';
import { minuteText } from '../../calendar/civil-day.ts';
import { close } from '../journal/close.ts';
import { recordReceipt } from './receipt.ts';
import { isOrder, recallOf } from '../journal/recall/recall-trail.ts';
import type { Trail } from '../journal/trail.ts';

/** How far the receipt of a signed link is: when it was given, or why one no longer counts (one sentence). */
export interface ReceiptStanding {
  receivedAt: Date | null;
  superseded: string | null;
}

type Asked = Pick<ReceiptClaim, 'deliveryId' | 'notice'>;

/** Null when nothing was handed over under that id. */
export async function receiptStanding(
  store: DeliveryStore,
  { deliveryId, notice }: Asked,
): Promise<ReceiptStanding | null> {
  const trail = await store.attempts(deliveryId);
  if (trail.length === 0) return null;
  const part = recallOf(trail);
  if (notice === null) {
    const receivedAt = storyReceipt(trail);
    return { receivedAt, superseded: part ? '这份稿件之后已有撤稿或更正通知：请以通知为准，并在通知里回执。' : null };
  }
  const mentioned = trail.some((a) => isOrder(a) && noticeName(a.order.correction) === notice);
  if (!part || !mentioned) return null;
  if (noticeOf(trail) !== notice)
    return { receivedAt: null, superseded: '这份通知之后又有新的通知：请在最新的通知里回执。' };
  return { receivedAt: part.steps.findLast((a) => a.outcome === 'receipt')?.finishedAt ?? null, superseded: null };
}

/**
 * Enters what an outlet has confirmed by its link. That the 供稿包 has arrived also settles a doubt about it; for notices
 * see `recordReceipt`.
 * @param by the outlet, for the ledger
 * @returns false when an attempt is running or somebody was quicker: then nothing has changed
 */
export async function recordOutletReceipt(
  store: DeliveryStore,
  clock: Clock,
  { deliveryId, notice }: Asked,
  by: string,
  handling: Handling | null,
): Promise<boolean> {
  const now = clock.now();
  if (notice !== null) {
    return (
      (await recordReceipt(store, clock, deliveryId, by, now, {
        ...(handling ? { result: handling } : {}),
        note: '由回执链接登记',
      })) === 'done'
    );
  }
  const trail = await store.attempts(deliveryId);
  if (storyReceipt(trail)) return true;
  if (recallOf(trail)) return false;
  return close(
    store,
    clock,
    deliveryId,
    {
      kind: 'look',
      outcome: 'confirmed',
      note: `${by}回执：已收到稿件（${minuteText(now)}）。`,
      owner: by,
      externalId: null,
      url: null,
      receivedAt: now,
    },
    trail,
  );
}

function storyReceipt(trail: Trail): Date | null {
  const told = trail.findLast((a) => a.outcome === 'confirmed' && a.receivedAt !== null);
  return told?.outcome === 'confirmed' ? told.receivedAt : null;
}

function noticeOf(trail: Trail): string | null {
  const order = recallOf(trail)?.order;
  return order ? noticeName(order.correction) : null;
}
