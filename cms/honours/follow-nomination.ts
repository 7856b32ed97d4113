import type { CollectionAfterChangeHook } from 'payload';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import type { Nomination } from '../payload-types.ts';
import { closing } from './closing.ts';
import { idOf } from '../database/id-of.ts';
import { registerOf } from '../register/register-of.ts';
import { nominationEntry } from '../nominations/nomination-entry.ts';
import { endStory } from '../publication/end-story.ts';

/** What is offline or revoked leaves the pages at once; the tick would do it within a minute. */
export const followNomination: CollectionAfterChangeHook<Nomination> = async ({ doc, previousDoc, req }) => {
  const moved = (previousDoc as Nomination | undefined)?.state !== doc.state;
  const entry = moved ? nominationEntry(doc) : null;
  if (entry && (entry.facts.state !== 'open' || registerOf(req.payload).last('nomination', doc.id)))
    registerOf(req.payload).add(entry);
  const story = idOf(doc.story);
  const told = closing(doc);
  if (!story || !told || (previousDoc as Nomination | undefined)?.state === doc.state) return doc;
  const at = req.context.nominationJob?.now ?? req.context.nominationNow;
  const clock: Clock = at ? { ...systemClock, now: () => at } : systemClock;
  await endStory(req.payload, clock, story, { ...told, req });
  return doc;
};
