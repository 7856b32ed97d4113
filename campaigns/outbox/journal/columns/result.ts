import { passingOutcomes, plainOutcomes, type AttemptResult, type FinishedAttempt } from '../../../ports/attempt.ts';
import { goneBys } from '../../../ports/delivery.ts';
import { receiptResults } from '../../../ports/receipt.ts';
import { readOrder, writeOrder } from './order.ts';
import { instantIn, numberIn, textIn, wordIn, type Bag } from './bag.ts';

/** What belongs to the outcome of a finished attempt, under the keys by which it has been kept from the first version on. */
export function writeResult(result: AttemptResult & Pick<FinishedAttempt, 'finishedAt'>): Bag {
  switch (result.outcome) {
    case 'confirmed':
      return {
        resultExternalId: result.externalId,
        resultUrl: result.url,
        ...(result.receivedAt ? { storyReceipt: result.receivedAt.getTime() } : {}),
      };
    case 'sent':
      return { resultExternalId: result.externalId, resultAfter: result.after };
    case 'unknown':
    case 'retry':
    case 'crashed':
      return { resultAfter: result.after };
    case 'refused':
      return result.goneLater ? { goneLater: result.goneLater } : {};
    case 'gone-later':
      return { goneLater: result.goneLater };
    case 'notified':
      return { resultReference: result.reference };
    case 'receipt':
      return { receipt: result.receipt };
    case 'recall':
      return writeOrder(result.order);
    // The version before this one looks for it here.
    case 'resumed':
      return { resumedAt: result.finishedAt.getTime() };
    default:
      return {};
  }
}

/** @throws RangeError (Chinese) for an outcome that is not known, or that lacks what belongs to it */
export function readResult(outcome: unknown, bag: Bag): AttemptResult {
  switch (outcome) {
    case 'confirmed':
      return {
        outcome,
        externalId: textIn(bag, 'resultExternalId'),
        url: textIn(bag, 'resultUrl'),
        receivedAt: instantIn(bag, 'storyReceipt'),
      };
    case 'sent':
      return { outcome, externalId: textIn(bag, 'resultExternalId'), after: afterIn(bag) };
    case 'refused':
      return { outcome, goneLater: goneIn(bag) };
    case 'gone-later':
      return { outcome, goneLater: wordIn(bag.goneLater, goneBys, '谁撤的') };
    case 'notified':
      return { outcome, reference: textIn(bag, 'resultReference') };
    case 'receipt':
      return { outcome, receipt: wordIn(bag.receipt, receiptResults, '回执') };
    case 'recall':
      return { outcome, order: readOrder(bag) };
    default:
      break;
  }
  const passing = passingOutcomes.find((one) => one === outcome);
  return passing ? { outcome: passing, after: afterIn(bag) } : { outcome: wordIn(outcome, plainOutcomes, '结果') };
}

/** How long to wait, milliseconds; steps that name no time are followed at once. */
const afterIn = (bag: Bag): number => numberIn(bag, 'resultAfter') ?? 0;

export const goneIn = (bag: Bag) =>
  (bag.goneLater ?? null) === null ? null : wordIn(bag.goneLater, goneBys, '谁撤的');
