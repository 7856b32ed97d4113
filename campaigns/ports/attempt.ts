import type { GoneBy, Progress } from './delivery.ts';
import type { ReceiptResult } from './receipt.ts';
import type { RecallOrder } from './recall.ts';

/**
 * `send`, `withdraw` and `correct` may change the outside world; `look` and `look-withdrawn` only ask it; `skip` takes a
 * delivery out of the queue; `recall` enters the decision to take the copy back or to put it right (`ports/recall.ts`).
 */
export const attemptKinds = ['send', 'look', 'skip', 'recall', 'withdraw', 'look-withdrawn', 'correct'] as const;
export type AttemptKind = (typeof attemptKinds)[number];

/** Outcomes that say all by their name: of a channel (`campaigns/channels/channel.ts`), or of a step without a call (`outbox/journal/close.ts`). */
export const plainOutcomes = [
  'not-sent',
  'blocked',
  'not-live',
  'superseded',
  'rearmed',
  'missed',
  'ask',
  'resumed',
  'withdrawn',
  'deleted',
  'corrected',
  'already-gone',
  'needs-person',
  'irrevocable',
] as const;
type PlainOutcome = (typeof plainOutcomes)[number];
/** Outcomes after which the machine comes again; `crashed`: the process that made the attempt is gone. */
export const passingOutcomes = ['unknown', 'retry', 'crashed'] as const;
type PassingOutcome = (typeof passingOutcomes)[number];

/** What came of an attempt, with what belongs to that outcome and to no other. Durations in milliseconds. */
export type AttemptResult =
  | { [K in PlainOutcome]: { outcome: K } }[PlainOutcome]
  | { [K in PassingOutcome]: { outcome: K; after: number } }[PassingOutcome]
  /** `receivedAt`: when an outlet confirmed by its link that it has the story. */
  | { outcome: 'confirmed'; externalId: string | null; url: string | null; receivedAt: Date | null }
  | { outcome: 'sent'; externalId: string | null; after: number }
  /** `goneLater`: it had been out already, and somebody took it off. */
  | { outcome: 'refused'; goneLater: GoneBy | null }
  | { outcome: 'gone-later'; goneLater: GoneBy }
  | { outcome: 'notified'; reference: string | null }
  | { outcome: 'receipt'; receipt: ReceiptResult }
  | { outcome: 'recall'; order: RecallOrder };
export type AttemptOutcome = AttemptResult['outcome'];

/** What an attempt has learned so far. */
export interface Learning {
  /** The channel's own notes, which it wrote down before and after each outside step; nothing of the outbox's. */
  progress: Progress;
  /** Marked before the channel was called: this send may have reached out. Never true of another kind. */
  begun: boolean;
}

/** Unique by (delivery, number): who inserts it owns it. The attempts are the audit trail. */
interface Claim extends Learning {
  deliveryId: string;
  /** 1, 2, 3 … without gaps. */
  number: number;
  kind: AttemptKind;
  /** Who claimed it: host:pid:start:random, or a person's name. */
  owner: string;
  startedAt: Date;
  /** After this instant an unfinished attempt counts as crashed: its outcome is unknown. */
  leaseUntil: Date;
}

/** Being made, or left behind by a crash. */
export type RunningAttempt = Claim & { finishedAt: null; outcome: null; note: null };
/** `note`: one Chinese sentence for the ledger. */
type Ended = { finishedAt: Date; note: string | null } & AttemptResult;
export type FinishedAttempt = Claim & Ended;
export type Attempt = RunningAttempt | FinishedAttempt;

/** What may change of an attempt that runs: its lease, what it has learned, and at last its end. */
export type AttemptPatch = { leaseUntil: Date } | ({ leaseUntil: Date } & Learning) | AttemptEnd;
export type AttemptEnd = Learning & Ended;
