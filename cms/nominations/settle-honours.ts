import type { Payload } from 'payload';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { endPeriods } from '../gates/end-periods.ts';
import { compareNightly } from './compare-nightly.ts';
import type { CurrentLists } from './current-lists.ts';
import { purgePapers } from './purge-papers.ts';
import { releaseBatches } from './release-batches.ts';
import { takeDownClosed } from './take-down-closed.ts';

/**
 * Everything about honours and named cases that time alone brings about; called at each tick, level-triggered.
 * @param lists where current lists can be asked; without it nobody is compared (see `current-lists.ts`)
 */
export async function settleHonours(payload: Payload, clock: Clock, lists?: CurrentLists): Promise<void> {
  if (lists) await compareNightly(payload, clock, lists);
  await endPeriods(payload, clock);
  await takeDownClosed(payload, clock);
  await releaseBatches(payload, clock);
  await purgePapers(payload, clock);
}
