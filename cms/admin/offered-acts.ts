import { mayByHand, type HandAct } from '../../campaigns/outbox/hands/by-hand.ts';
import type { RecallState } from '../../campaigns/ports/recall.ts';
import type { DeliveryState } from '../../campaigns/ports/delivery.ts';

export interface Situation {
  state: DeliveryState;
  releaseWithdrawn: boolean;
  /** Taken out by the plan: nobody sends it again by hand. */
  superseded?: boolean;
  recall?: RecallState | null;
  /** Was out, and was deleted or banned on the platform later. */
  goneLater?: 'account' | 'platform' | null;
}

/** What may be entered: an act on the copy, or what an outlet has answered (登记回执). */
export type OfferedAct = HandAct | 'receipt';

/** A notice waits for its answer, or a person has been asked to have it put right and says how that ended. */
const awaitsReceipt: readonly (RecallState | null)[] = ['no-receipt', 'person'];

/**
 * What the ledger offers to enter beside a copy, of all that its state allows: only where a person has something to settle.
 * A copy of a withdrawn release is not sent any more and may be taken down; of a release that stands it is the other way
 * round, but a correction of it may wait for its receipt.
 */
export function offeredActs({
  goneLater = null,
  recall = null,
  releaseWithdrawn,
  state,
  superseded = false,
}: Situation): OfferedAct[] {
  const receipt: OfferedAct[] = awaitsReceipt.includes(recall) ? ['receipt'] : [];
  const settled = superseded || (state === 'sent' && !releaseWithdrawn) || (state === 'skipped' && releaseWithdrawn);
  if (settled) return receipt;
  // Never again as it was: what the platform took off it would take off again.
  const sensible: HandAct[] =
    releaseWithdrawn || (goneLater !== null && state !== 'confirmed') ? ['confirm', 'withdraw'] : ['confirm', 'resume'];
  return [...sensible.filter((act) => mayByHand(act, state, recall)), ...receipt];
}
