import { mayByHand, type HandAct } from '../../campaigns/outbox/by-hand.ts';
import type { DeliveryState } from '../../campaigns/ports/delivery.ts';

/**
 * What the ledger offers to enter beside a copy, of all that its state allows: only where a person has something to settle.
 * A copy of a withdrawn release is not sent any more and may be taken down; of a release that stands it is the other way round.
 */
export function offeredActs(state: DeliveryState, releaseWithdrawn: boolean): HandAct[] {
  const settled = state === 'skipped' || (state === 'sent' && !releaseWithdrawn);
  if (settled) return [];
  const sensible: HandAct[] = releaseWithdrawn ? ['confirm', 'withdraw'] : ['confirm', 'resume'];
  return sensible.filter((act) => mayByHand(act, state));
}
