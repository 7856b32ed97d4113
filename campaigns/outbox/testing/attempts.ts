import type { AttemptEnd, AttemptResult, FinishedAttempt, Learning, RunningAttempt } from '../../ports/attempt.ts';
import { later, start } from './fixtures.ts';

/** An attempt to send that has just been claimed. */
export const running = (deliveryId: string, given: Partial<RunningAttempt> = {}): RunningAttempt => ({
  deliveryId,
  number: 1,
  kind: 'send',
  owner: 'h:1:1:a',
  startedAt: start,
  leaseUntil: later(30_000),
  finishedAt: null,
  outcome: null,
  note: null,
  progress: {},
  begun: false,
  ...given,
});

export const confirmed = {
  outcome: 'confirmed',
  externalId: null,
  url: null,
  receivedAt: null,
} as const satisfies AttemptResult;

/** How an attempt ends. */
export const ended = (
  result: AttemptResult,
  given: Partial<Learning & Pick<FinishedAttempt, 'finishedAt' | 'note'>> = {},
): AttemptEnd => ({ finishedAt: later(1), note: null, progress: {}, begun: false, ...given, ...result });
