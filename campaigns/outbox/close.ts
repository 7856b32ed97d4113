import type { AttemptKind } from '../ports/attempt.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeliveryStore } from '../ports/delivery-store.ts';
import type { Progress } from '../ports/delivery.ts';
import { defaultLimits } from './limits.ts';
import { project } from './project.ts';
import { learned } from './trail.ts';
import type { Trail } from './trail.ts';

/** A step that needs no call to the outside: decided by a rule or a person. */
export interface Closing {
  kind: AttemptKind;
  outcome: 'confirmed' | 'refused' | 'blocked' | 'superseded' | 'missed' | 'ask' | 'resumed';
  /** One Chinese sentence for the ledger: what, why and, for a person's act, who. */
  note: string;
  owner: string;
  progress?: Progress;
}

/**
 * Enters such a step into the trail, claimed and finished by one insert, and brings the delivery row after it.
 * @returns false when an attempt is running or somebody else was quicker: then nothing has changed
 */
export async function close(
  store: DeliveryStore, clock: Clock, deliveryId: string, closing: Closing, seen?: Trail,
): Promise<boolean> {
  const delivery = await store.get(deliveryId);
  const trail = seen ?? (await store.attempts(deliveryId));
  const last = trail.at(-1);
  if (!delivery || (last && !last.finishedAt)) return false;
  const now = clock.now();
  const { kind, outcome, note, owner, progress = {} } = closing;
  const attempt = {
    deliveryId, number: (last?.number ?? 0) + 1, kind, owner, startedAt: now, leaseUntil: now, finishedAt: now, outcome, note,
    progress,
  };
  if (!(await store.claim(attempt))) return false;
  const start = { ...delivery, progress: learned(delivery.progress, trail) };
  await store.patch(deliveryId, project(start, [...trail, attempt], defaultLimits, () => 0));
  return true;
}
