import type { Payload } from 'payload';
import type { Log } from '../../campaigns/outbox/engine/attempt/log.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';

/** What every step gets. */
export interface StepParts {
  payload: Payload;
  clock: Clock;
  log: Log;
}
