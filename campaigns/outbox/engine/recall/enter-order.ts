import type { Clock } from '../../../ports/clock.ts';
import type { DeliveryStore } from '../../../ports/delivery-store.ts';
import type { RecallOrder } from '../../../ports/recall.ts';
import { close, follow } from '../../journal/close.ts';
import { nextKind } from '../../journal/next-kind.ts';
import { isRunning } from '../../journal/trail.ts';
import { orderIds, recallOf } from '../../journal/recall/recall-trail.ts';

/**
 * Enters into a delivery's trail the next order that it has not taken in yet, as an attempt of its own: from then on
 * nothing of it is sent. A withdrawal goes before everything and ends it; corrections come one after the other.
 * @param orders all that concern its release, in the order of decision
 * @returns false when there is nothing to enter or to mend, or not now: an attempt is running, or a correction is under way
 */
export async function enterOrder(
  store: DeliveryStore,
  clock: Clock,
  deliveryId: string,
  orders: readonly RecallOrder[],
  owner: string,
): Promise<boolean> {
  const trail = await store.attempts(deliveryId);
  if (isRunning(trail.at(-1))) return false;
  const known = orderIds(trail);
  const current = recallOf(trail)?.order;
  const open = current?.kind === 'withdraw' ? [] : orders.filter(({ id }) => !known.has(id));
  const next = open.find(({ kind }) => kind === 'withdraw') ?? open[0];
  if (!next) {
    // Entered before, and a crash left the row behind.
    return current ? follow(store, deliveryId, trail) : false;
  }
  if (next.kind === 'correct' && current && nextKind(trail) !== null) return false;
  const note =
    next.kind === 'withdraw'
      ? `已决定撤回：${sentence(next.reason)}`
      : `已决定更正：“${next.correction?.wrong ?? ''}”应为“${next.correction?.right ?? ''}”。`;
  return close(store, clock, deliveryId, { kind: 'recall', outcome: 'recall', note, owner, order: next }, trail);
}

const sentence = (text: string): string => (/[。！？.!?]$/u.test(text.trim()) ? text.trim() : `${text.trim()}。`);
