/**
 * What has become of taking one copy back, or of putting it right; null on a delivery while nobody asks for it.
 * Kept on the delivery as a projection of its attempts, beside `state`, which goes on telling how the sending went.
 */
// What people read for each: state-words.ts.
export const recallStates = [
  'due', // decided; first it is cleared up what came of the sending
  'running',
  'deleted',
  'corrected',
  'no-receipt', // they have been told and have not answered
  'irrevocable',
  'person', // done by hand, then entered
  'gone', // never went out: there is nothing to take back
] as const;
export type RecallState = (typeof recallStates)[number];

/** States in which somebody, or the machine, still has to act. */
export const openRecalls: readonly RecallState[] = ['due', 'running', 'no-receipt', 'person'];
export const isOpenRecall = (recall: RecallState | null): boolean => recall !== null && openRecalls.includes(recall);

/** True when there was, or is, a copy out there to take back or to put right: then that counts, and not how its sending went. */
export const concernsCopy = (recall: RecallState | null): recall is Exclude<RecallState, 'gone'> =>
  recall !== null && recall !== 'gone';

const letters = { withdraw: 'w', correct: 'c' } as const;
/** The id of an order: what it asks for, and by which withdrawal or correction. */
export const orderId = (kind: RecallOrder['kind'], decision: string): string => `${letters[kind]}:${decision}`;
/** What an order asks for, by its id; null asks for nothing, which reads as a withdrawal. */
export const orderKind = (id: string | null): RecallOrder['kind'] =>
  id?.startsWith(`${letters.correct}:`) ? 'correct' : 'withdraw';

/** The decision to take a release back or to put one passage right, as it goes to each copy. */
export interface RecallOrder {
  /** By `orderId`: the same decision is entered once in a trail. */
  id: string;
  kind: 'withdraw' | 'correct';
  /** In one Chinese sentence that an outlet may read. */
  reason: string;
  /** When it was decided. */
  at: Date;
  /** Civil day (Asia/Shanghai) by which it must be done. */
  deadline: string;
  /** What was wrong and how it must read; null for a withdrawal. */
  correction: { wrong: string; right: string } | null;
}
