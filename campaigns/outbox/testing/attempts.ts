import type {
  AttemptEnd,
  AttemptKind,
  AttemptResult,
  FinishedAttempt,
  Learning,
  RunningAttempt,
} from '../../ports/attempt.ts';
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

/** One step of a trail: what was done, what came of it, and how many minutes after the first. A send has reached out unless it says not. */
export type Step = readonly [kind: AttemptKind, result: AttemptResult, minute?: number, given?: Partial<Learning>];

/** A trail of finished attempts, numbered from 1; each takes no time. */
export const trailOf = (...steps: readonly Step[]): FinishedAttempt[] =>
  steps.map(([kind, result, minute, given], i) => {
    const at = later((minute ?? i) * 60_000);
    return {
      ...running('d', { number: i + 1, kind, startedAt: at, leaseUntil: at }),
      ...ended(result, { finishedAt: at, note: `第${i + 1}步。`, begun: kind === 'send', ...given }),
    } as FinishedAttempt;
  });

export const sent = { outcome: 'sent', externalId: null, after: 0 } as const satisfies AttemptResult;
export const unknown = { outcome: 'unknown', after: 0 } as const satisfies AttemptResult;
export const retry = { outcome: 'retry', after: 0 } as const satisfies AttemptResult;
export const crashed = { outcome: 'crashed', after: 0 } as const satisfies AttemptResult;
export const refused = { outcome: 'refused', goneLater: null } as const satisfies AttemptResult;
