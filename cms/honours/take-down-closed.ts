import type { Payload } from 'payload';
import { each } from '../../campaigns/bulkhead/each.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { idOf } from '../database/id-of.ts';
import { closing } from './closing.ts';
import { takeDown } from '../publication/take-down.ts';

/** Closes what a crash left open: a role model that is offline or revoked is not on any page. @returns how many went now */
export async function takeDownClosed(payload: Payload, clock: Clock): Promise<number> {
  const { docs } = await payload.find({ collection: 'nominations', where: { state: { in: ['offline', 'revoked'] }, story: { exists: true } }, depth: 0, pagination: false });
  const gone = await each(docs, ({ id, name }) => [`nomination ${id}`, `典型“${name}”`], async (nomination) => {
    const [story, told] = [idOf(nomination.story), closing(nomination)];
    return story !== null && told !== null && takeDown(payload, clock, story, told);
  });
  return gone.filter(Boolean).length;
}
