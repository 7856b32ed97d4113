import type { Attempt, AttemptKind, FinishedAttempt } from '../../../ports/attempt.ts';
import type { RecallOrder } from '../../../ports/recall.ts';
import { begun, type Trail } from '../trail.ts';

/** Steps that ask an outlet or a platform to take a copy back, or ask how far that is. */
export type RecallKind = Extract<AttemptKind, 'withdraw' | 'look-withdrawn' | 'correct'>;

const kinds: readonly AttemptKind[] = ['withdraw', 'look-withdrawn', 'correct'];
export const isRecallKind = (kind: AttemptKind | null): kind is RecallKind => kind !== null && kinds.includes(kind);

/** A trail with an order in it, taken apart. */
export interface RecallPart {
  /** The latest order: earlier ones no longer count. */
  order: RecallOrder;
  ordered: Attempt;
  /** Everything that has to do with sending, also what was looked up after the order. */
  sending: Trail;
  /** What was done for this order, persons' entries included. */
  steps: Trail;
}

type Ordered = Extract<FinishedAttempt, { outcome: 'recall' }>;

/** The attempt that entered an order, which it carries. */
export const isOrder = (a: Attempt): a is Ordered => a.outcome === 'recall';

const isEntry = (a: Attempt) => a.outcome === 'withdrawn' || a.outcome === 'receipt';
const isStep = (a: Attempt) => isRecallKind(a.kind) || isEntry(a);

/** Null while nobody has ordered anything. */
export function recallOf(trail: Trail): RecallPart | null {
  const at = trail.findLastIndex(isOrder);
  const ordered = trail[at];
  if (!ordered || !isOrder(ordered)) return null;
  return {
    order: ordered.order,
    ordered,
    sending: trail.filter((a, i) => !isOrder(a) && !isRecallKind(a.kind) && !(i > at && isEntry(a))),
    steps: trail.slice(at + 1).filter(isStep),
  };
}

/** Orders that were ever entered. */
export const orderIds = (trail: Trail): Set<string> => new Set(trail.filter(isOrder).map(({ order }) => order.id));

/** True unless it is certain that nothing ever left the house: the channel was called, or a person has seen it out there. */
export const mayBeOut = (sending: Trail): boolean => sending.some((a) => begun(a) || a.outcome === 'confirmed');

/** True when a person entered, before the order, that it is off the platform. */
export const takenDown = (sending: Trail): boolean => sending.at(-1)?.outcome === 'withdrawn';
