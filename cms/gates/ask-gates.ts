import type { Payload } from 'payload';
import { civilDay } from '../../campaigns/calendar/civil-day.ts';
import type { Story } from '../payload-types.ts';
import type { GateSubject } from './gate.ts';
import { passGates } from './gates.ts';
import { gatesFor } from './table.ts';
import { reviewsDoor } from '../story/review-doors.ts';
import { contentOf } from '../content/content.ts';

/** What the gates have against a story that is to be handed in or signed now; empty when nothing. */
export async function askGates(
  payload: Payload,
  story: Story,
  { answer, forSchools }: Pick<GateSubject, 'answer' | 'forSchools'>,
  now: Date,
): Promise<string[]> {
  if (gatesFor(answer).length === 0 || isStarter(story)) return [];
  const [policy, terms, nomination] = await Promise.all([
    contentOf(payload).gatePolicy(),
    contentOf(payload).nominationTerms(),
    nominationOf(payload, story.id),
  ]);
  return passGates({ story, answer, forSchools, nomination, today: civilDay(now), policy, terms });
}

/** Invented people and cases that came with the product and were never edited: they say so on their pages. */
const isStarter = ({ reviews, stage }: Story): boolean => {
  const all = reviewsDoor.need(reviews);
  return stage === 'signed' && all.length > 0 && all.every(({ by }) => by === 'starter');
};

async function nominationOf(payload: Payload, story: string): Promise<GateSubject['nomination']> {
  const { docs } = await payload.find({
    collection: 'nominations',
    where: { story: { equals: story } },
    limit: 1,
    depth: 0,
    pagination: false,
  });
  return (docs[0] as GateSubject['nomination'] | undefined) ?? null;
}
