import type { CollectionAfterChangeHook } from 'payload';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import type { Nomination } from '../payload-types.ts';
import { closing } from './closing.ts';
import { idOf } from '../release/id-of.ts';
import { takeDown } from './take-down.ts';

/** What is offline or revoked leaves the pages at once; the tick would do it within a minute. */
export const followNomination: CollectionAfterChangeHook<Nomination> = async ({ doc, previousDoc, req }) => {
  const story = idOf(doc.story);
  const told = closing(doc);
  if (!story || !told || (previousDoc as Nomination | undefined)?.state === doc.state) return doc;
  const at = req.context.nominationJob?.now ?? req.context.nominationNow;
  const clock: Clock = at ? { ...systemClock, now: () => at } : systemClock;
  await takeDown(req.payload, clock, story, told);
  return doc;
};
