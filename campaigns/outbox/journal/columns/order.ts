import { isCivilDay } from '../../../calendar/civil-day.ts';
import type { RecallOrder } from '../../../ports/recall.ts';
import { instantIn, textIn, wordIn, type Bag } from './bag.ts';

/** An order as the attempt that enters it carries it. */
export const writeOrder = ({ id, kind, reason, at, deadline, correction }: RecallOrder): Bag => ({
  orderId: id,
  orderKind: kind,
  orderReason: reason,
  orderAt: at.getTime(),
  orderDeadline: deadline,
  orderWrong: correction?.wrong ?? null,
  orderRight: correction?.right ?? null,
});

/** @throws RangeError (Chinese) when it has no number, day or time: nothing can be done for such an order */
export function readOrder(bag: Bag): RecallOrder {
  const id = textIn(bag, 'orderId');
  const at = instantIn(bag, 'orderAt');
  const deadline = textIn(bag, 'orderDeadline');
  if (!id || !at || !deadline || !isCivilDay(deadline)) throw new RangeError('撤回或更正的决定缺编号、时间或期限');
  const kind = wordIn(bag.orderKind, ['withdraw', 'correct'] as const, '决定');
  return {
    id,
    kind,
    reason: textIn(bag, 'orderReason') ?? '',
    at,
    deadline,
    correction:
      kind === 'correct' ? { wrong: textIn(bag, 'orderWrong') ?? '', right: textIn(bag, 'orderRight') ?? '' } : null,
  };
}
