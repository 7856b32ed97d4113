import { mayByHand, type HandAct } from '../../campaigns/outbox/by-hand.ts';
import type { RecallState } from '../../campaigns/ports/recall.ts';
import type { DeliveryState } from '../../campaigns/ports/delivery.ts';

export interface Situation {
  state: DeliveryState;
  releaseWithdrawn: boolean;
  /** Taken out by the plan: nobody sends it again by hand. */
  superseded?: boolean;
  recall?: RecallState | null;
}

/**
 * What the ledger offers to enter beside a copy, of all that its state allows: only where a person has something to settle.
 * A copy of a withdrawn release is not sent any more and may be taken down; of a release that stands it is the other way round.
 */
export function offeredActs({ recall = null, releaseWithdrawn, state, superseded = false }: Situation): HandAct[] {
  const settled = superseded || (state === 'sent' && !releaseWithdrawn) || (state === 'skipped' && releaseWithdrawn);
  if (settled) return [];
  const sensible: HandAct[] = releaseWithdrawn ? ['confirm', 'withdraw'] : ['confirm', 'resume'];
  return sensible.filter((act) => mayByHand(act, state, recall));
}
