import type { Attempt } from '../../../ports/attempt.ts';
import type { RecallState } from '../../../ports/recall.ts';
import { nextRecall } from './next-recall.ts';
import { mayBeOut, takenDown, type RecallPart } from './recall-trail.ts';

/** Withdrawals in vain after which a person is asked, while the machine still tries now and then. */
export const patience = 10;

/** How far an order is, by its attempts alone. */
export function recallState(part: RecallPart): RecallState {
  const { order, sending, steps } = part;
  if (takenDown(sending)) return 'deleted';
  if (!mayBeOut(sending)) return 'gone';
  const last = steps.at(-1);
  if (!last) return 'due';
  if (nextRecall(part) !== null)
    return steps.filter((a) => a.kind === 'withdraw' || a.kind === 'correct').length >= patience ? 'person' : 'running';
  return ended(last, order.kind === 'withdraw' && sending.some((a) => a.outcome === 'confirmed'));
}

function ended(last: Attempt, wasOut: boolean): RecallState {
  switch (last.outcome) {
    case 'deleted':
    case 'withdrawn':
      return 'deleted';
    case 'corrected':
      return 'corrected';
    // The platform says that it is not there any more: for a copy that was out, that is what was wanted.
    case 'already-gone':
      return wasOut ? 'deleted' : 'gone';
    case 'notified':
      return 'no-receipt';
    case 'irrevocable':
      return 'irrevocable';
    case 'receipt':
      // In print: a correction must still be asked for.
      return last.receipt === 'printed' ? 'person' : last.receipt;
    default:
      return 'person';
  }
}
