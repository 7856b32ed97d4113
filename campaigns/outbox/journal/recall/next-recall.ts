import { run, nextSending } from '../trail.ts';
import { mayBeOut, takenDown, type RecallKind, type RecallPart } from './recall-trail.ts';

/** So many looks settle how the sending ended; then the channel's own withdrawal takes over, which waits for what is under way. */
const settleLooks = 10;
/** So many questions without an answer, then the copy is withdrawn once more: repeated, it has one effect. */
const looksInARow = 5;
/** Withdrawals in vain after which the machine stops; a person has been asked long before. */
const maxTries = 40;

/** What must be done next for an order; null when nothing is left to a machine. */
export function nextRecall({ order, ordered, sending, steps }: RecallPart): 'look' | RecallKind | null {
  if (!mayBeOut(sending) || takenDown(sending)) return null;
  const act = order.kind === 'correct' ? ('correct' as const) : ('withdraw' as const);
  const last = steps.at(-1);
  if (!last) {
    const looks = sending.filter((a) => a.kind === 'look' && a.number > ordered.number).length;
    return nextSending(sending) === 'look' && looks < settleLooks ? 'look' : act;
  }
  const again = steps.filter((a) => a.kind === act).length < maxTries ? act : null;
  switch (last.outcome) {
    case 'retry':
      return again;
    case 'unknown':
    case 'crashed':
      return act === 'correct' || (last.kind === 'look-withdrawn' && run(steps, ['unknown', 'crashed']) > looksInARow)
        ? again
        : 'look-withdrawn';
    // A look only asks: that nothing is there does not clear away a draft, and that a person is needed says not how.
    case 'already-gone':
    case 'needs-person':
      return last.kind === 'look-withdrawn' ? again : null;
    default:
      return null;
  }
}
