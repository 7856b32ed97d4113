import type { Delivery } from '../../campaigns/ports/delivery.ts';
import { concernsCopy, orderKind, type recallStates } from '../../campaigns/ports/recall.ts';
import type { CopyState } from '../story/copy-state.ts';

/** Worst last: of several copies on one channel the public learns of the one that is furthest behind. */
const order = [
  'gone',
  'deleted',
  'corrected',
  'irrevocable',
  'no-receipt',
  'running',
  'due',
  'person',
] satisfies (typeof recallStates)[number][];

/** One line a channel, by its name; channels on which nothing ever came out are left out. Pure. */
export function copyStates(
  deliveries: readonly Pick<Delivery, 'channel' | 'recall' | 'recallOrder'>[],
  names: ReadonlyMap<string, string>,
): CopyState[] {
  const worst = new Map<string, CopyState>();
  for (const { channel, recall, recallOrder } of deliveries) {
    if (!concernsCopy(recall)) continue;
    const known = worst.get(channel);
    const next: CopyState = { name: names.get(channel) ?? channel, kind: orderKind(recallOrder), state: recall };
    if (!known || order.indexOf(known.state) < order.indexOf(recall)) worst.set(channel, next);
  }
  return [...worst.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
