import type { Progress } from './delivery.ts';

/**
 * `send`, `withdraw` and `correct` may change the outside world; `look` and `look-withdrawn` only ask it; `skip` takes a
 * delivery out of the queue; `recall` enters the decision to take the copy back or to put it right (`ports/recall.ts`).
 */
export type AttemptKind = 'send' | 'look' | 'skip' | 'recall' | 'withdraw' | 'look-withdrawn' | 'correct';

/** Unique by (delivery, number): who inserts it owns it. The attempts are the audit trail. */
export interface Attempt {
  deliveryId: string;
  /** 1, 2, 3 … without gaps. */
  number: number;
  kind: AttemptKind;
  /** Who claimed it: host:pid:start:random, or a person's name. */
  owner: string;
  startedAt: Date;
  /** After this instant an unfinished attempt counts as crashed: its outcome is unknown. */
  leaseUntil: Date;
  finishedAt: Date | null;
  /**
   * Outcome kind of `campaigns/channels/channel.ts`, 'crashed', 'not-live', or of a step without a call: 'superseded',
   * 'rearmed', 'missed', 'ask', 'resumed', 'withdrawn', 'recall', 'receipt', 'gone-later' (`campaigns/outbox/journal/close.ts`).
   */
  outcome: string | null;
  /** One Chinese sentence for the ledger. */
  note: string | null;
  progress: Progress;
}
