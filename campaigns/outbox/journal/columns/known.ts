import type { Known } from '../../../ports/delivery-store.ts';
import { goneBys } from '../../../ports/delivery.ts';
import { bagOf, notesIn, notesOut, type Bag } from './bag.ts';
import { goneIn } from './result.ts';

/**
 * What a delivery's column `progress` holds: the channel's notes, and the outbox's own marks beside them.
 * @throws RangeError with one Chinese sentence for what does not fit
 */
export function readKnown(column: unknown): Known {
  const bag = bagOf(column);
  return { progress: notesIn(bag), superseded: bag.superseded === true, goneLater: goneIn(bag) };
}

/** @throws Error when a channel used a word of the outbox (a programming error) */
export const writeKnown = ({ progress, superseded, goneLater }: Known): Bag => ({
  ...notesOut(progress),
  ...(superseded ? { superseded } : {}),
  ...(goneLater ? { goneLater } : {}),
});

/** The marks alone, for views: whatever does not fit is no mark, so that one row cannot hide the others. */
export function marksOf(column: unknown): Pick<Known, 'superseded' | 'goneLater'> {
  const bag: Bag = typeof column === 'object' && column !== null ? { ...column } : {};
  return { superseded: bag.superseded === true, goneLater: goneBys.find((by) => by === bag.goneLater) ?? null };
}
