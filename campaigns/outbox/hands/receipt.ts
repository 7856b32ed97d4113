import { receiptWords } from '../../ports/state-words.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DeliveryStore } from '../../ports/delivery-store.ts';
import type { ReceiptResult } from '../../ports/receipt.ts';
import type { RecallState } from '../../ports/recall.ts';
import { minuteText } from '../../calendar/civil-day.ts';
import { close } from '../journal/close.ts';
import type { HandResult } from './by-hand.ts';
import { recallOf } from '../journal/recall/recall-trail.ts';
import { recallState } from '../journal/recall/recall-state.ts';
import { isBusy } from '../journal/trail.ts';

const said: Record<ReceiptResult, string> = {
  deleted: '没有刊发，或已删除',
  corrected: receiptWords.corrected,
  printed: '已经刊印，收不回',
  irrevocable: '已经播出或转出，无法收回',
};

/**
 * Enters the receipt for one copy that waits for one, into its trail.
 * @param by whose word it is, for the ledger: a person of the desk, or the outlet with the name that was signed
 * @param at when it was done, as the receipt says
 * @param more `result`: by default deleted for a withdrawal, corrected for a correction; `note`: what else was said
 * @returns state: no notice waits for a receipt there; busy: an attempt is running or somebody was quicker; missing: no such delivery
 */
export async function recordReceipt(
  store: DeliveryStore,
  clock: Clock,
  deliveryId: string,
  by: string,
  at: Date,
  more: { result?: ReceiptResult; note?: string | null } = {},
): Promise<HandResult> {
  const trail = await store.attempts(deliveryId);
  const delivery = await store.get(deliveryId);
  if (!delivery) return 'missing';
  if (isBusy(delivery, trail)) return 'busy';
  const part = recallOf(trail);
  if (!part || !mayReceipt(recallState(part))) return 'state';
  const result = more.result ?? (part.order.kind === 'correct' ? 'corrected' : 'deleted');
  const remark = more.note ? `：${more.note.replace(/。$/, '')}` : '';
  const task = result === 'printed' ? `请联系对方在最近一期刊登更正启事，见报后登记“${receiptWords.corrected}”。` : '';
  const note = `${by}回执（${minuteText(at)}）：${said[result]}${remark}。${task}`;
  const done = await close(
    store,
    clock,
    deliveryId,
    { kind: 'look', outcome: 'receipt', note, owner: by, receipt: result },
    trail,
  );
  return done ? 'done' : 'busy';
}

/** A receipt is taken while one is awaited, and from a person who has done by hand what no machine could. */
export const receiptFrom = ['no-receipt', 'person', 'irrevocable'] as const satisfies readonly RecallState[];
export const mayReceipt = (recall: string | null): boolean => receiptFrom.some((state) => state === recall);
