import type { Clock } from '../../ports/clock.ts';
import type { DeliveryStore } from '../../ports/delivery-store.ts';
import type { DeliveryState } from '../../ports/delivery.ts';
import type { RecallState } from '../../ports/recall.ts';
import { close } from '../journal/close.ts';
import { isGoneLater } from '../journal/standing.ts';
import { confirmByHand, resume } from './resume.ts';
import { isBusy, type Trail } from '../journal/trail.ts';

/** What a person may enter into the ledger: it is out (confirm), send it again (resume), it is off the platform (withdraw). */
export const handActs = ['confirm', 'resume', 'withdraw'] as const;
export type HandAct = (typeof handActs)[number];

/** From which states each may be entered. */
export const handFrom: Readonly<Record<HandAct, readonly DeliveryState[]>> = {
  confirm: ['sent', 'unknown', 'refused', 'dead'],
  // Never one that may be out: a time-out is looked after, not sent again.
  resume: ['refused', 'dead', 'skipped'],
  withdraw: ['sent', 'confirmed', 'refused', 'dead'],
};

/** Recalls that a person may end by taking the copy down, whatever is known of its sending. */
const byPerson: readonly RecallState[] = ['person', 'no-receipt', 'irrevocable'];

/** Whether a delivery in this state may be entered so. What is being taken back or put right is never sent again. */
export function mayByHand(act: HandAct, state: DeliveryState, recall: RecallState | null = null): boolean {
  if (recall === null) return handFrom[act].includes(state);
  return act === 'withdraw'
    ? byPerson.includes(recall) || (handFrom.withdraw.includes(state) && recall !== 'deleted')
    : act === 'confirm' && handFrom.confirm.includes(state);
}

/**
 * - missing: no such delivery.
 * - state: not from the state that it is in.
 * - busy: an attempt is running, or somebody else was quicker; nothing has changed.
 */
export type HandResult = 'done' | 'missing' | 'state' | 'busy';

/**
 * Enters what a person has done into the trail, if the delivery's state allows it. What the state was is part of the
 * claim: an attempt made in the meantime takes the number, and then nothing changes.
 * @param said who; for confirm the link, for withdraw a remark
 */
export async function byHand(
  store: DeliveryStore,
  clock: Clock,
  deliveryId: string,
  act: HandAct,
  said: { by: string; url?: string | null; note?: string | null },
): Promise<HandResult> {
  // The attempts first: whatever is tried after this read costs us the number.
  const trail = await store.attempts(deliveryId);
  const delivery = await store.get(deliveryId);
  if (!delivery) return 'missing';
  if (isBusy(delivery, trail)) return 'busy';
  if (!mayByHand(act, delivery.state, delivery.recall)) return 'state';
  // Sent again as it was, it would be taken off again.
  if (act === 'resume' && isGoneLater(delivery)) return 'state';
  const done = await enter(store, clock, deliveryId, act, said, trail);
  return done ? 'done' : 'busy';
}

function enter(
  store: DeliveryStore,
  clock: Clock,
  id: string,
  act: HandAct,
  { by, url = null, note = null }: { by: string; url?: string | null; note?: string | null },
  trail: Trail,
): Promise<boolean> {
  if (act === 'resume') return resume(store, clock, id, by, trail);
  if (act === 'confirm') return confirmByHand(store, clock, id, by, url, trail);
  const remark = note ? `：${note.replace(/。$/, '')}` : '';
  return close(
    store,
    clock,
    id,
    { kind: 'look', outcome: 'withdrawn', note: `${by}登记已从平台撤下${remark}。`, owner: by },
    trail,
  );
}
