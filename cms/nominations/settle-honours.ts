import type { Payload } from 'payload';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { endPeriods } from '../gates/end-periods.ts';
import { purgePapers } from './purge-papers.ts';
import { releaseBatches } from './release-batches.ts';
import { takeDownClosed } from './take-down-closed.ts';

/** Everything about honours and named cases that time alone brings about; called at each tick, level-triggered. */
export async function settleHonours(payload: Payload, clock: Clock): Promise<void> {
  await endPeriods(payload, clock);
  await takeDownClosed(payload, clock);
  await releaseBatches(payload, clock);
  await purgePapers(payload, clock);
}
