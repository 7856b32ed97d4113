import type { AttemptKind, AttemptResult, FinishedAttempt } from '../../ports/attempt.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DeliveryStore } from '../../ports/delivery-store.ts';
import { defaultLimits } from './limits.ts';
import { project } from './project.ts';
import { isRunning, type Trail } from './trail.ts';

/** A step that needs no call to the outside: decided by a rule or a person. */
export type Closing = ClosingStep & { owner: string };
export type ClosingStep = {
  kind: AttemptKind;
  /** One Chinese sentence for the ledger: what, why and, for a person's act, who. */
  note: string;
} & Extract<
  AttemptResult,
  {
    outcome:
      | 'confirmed'
      | 'blocked'
      | 'retry'
      | 'unknown'
      | 'not-live'
      | 'superseded'
      | 'rearmed'
      | 'missed'
      | 'ask'
      | 'resumed'
      | 'withdrawn'
      | 'recall'
      | 'receipt'
      | 'needs-person'
      | 'gone-later';
  }
>;

/**
 * Enters such a step into the trail, claimed and finished by one insert, and brings the delivery row after it.
 * @returns false when an attempt is running or somebody else was quicker: then nothing has changed
 */
export async function close(
  store: DeliveryStore,
  clock: Clock,
  deliveryId: string,
  closing: Closing,
  seen?: Trail,
): Promise<boolean> {
  const trail = seen ?? (await store.attempts(deliveryId));
  const last = trail.at(-1);
  if (isRunning(last) || !(await store.get(deliveryId))) return false;
  const now = clock.now();
  const attempt: FinishedAttempt = {
    deliveryId,
    number: (last?.number ?? 0) + 1,
    startedAt: now,
    leaseUntil: now,
    finishedAt: now,
    progress: {},
    begun: false,
    ...closing,
  };
  if (!(await store.claim(attempt))) return false;
  return follow(store, deliveryId, [...trail, attempt]);
}

/**
 * Brings the delivery row after its attempts, the last of them finished.
 * @returns false when there is no such delivery
 */
export async function follow(store: DeliveryStore, deliveryId: string, trail: Trail): Promise<boolean> {
  const delivery = await store.get(deliveryId);
  if (!delivery) return false;
  await store.patch(
    deliveryId,
    project(delivery, trail, defaultLimits, () => 0),
  );
  return true;
}
