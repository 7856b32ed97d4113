import type { Payload } from 'payload';
import { each } from '../../campaigns/bulkhead/each.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { idOf } from '../database/id-of.ts';
import { coming, endOf, endsBy } from '../release/ending.ts';
import { endText, isAhead, isShowingEnd } from '../release/showing.ts';
import { publishStory } from './publish.ts';

/**
 * Writes down what has come or gone by the clock: 定时上线 and 定时下线. Readers know of it at its minute without this
 * (docs/decisions/064); what is written once need not be compared for ever. Copies on channels stay where they are.
 * @returns how many came and how many went
 */
export async function turnShowings(payload: Payload, clock: Clock): Promise<{ came: number; went: number }> {
  const read = { collection: 'publications', depth: 0, pagination: false } as const;
  const now = clock.now();
  const [waiting, ended] = await Promise.all([
    payload.find({ ...read, where: coming, select: { story: true, title: true, showFrom: true } }),
    payload.find({
      ...read,
      where: { and: [{ state: { equals: 'live' } }, endsBy(endText(now))] },
      select: { story: true, title: true, until: true },
    }),
  ]);
  const turn = (rows: readonly { id: string; title: string; story: unknown }[]) =>
    each(
      rows,
      ({ id, title }) => [`publication ${id}`, `报道《${title}》`],
      ({ story }) => publishStory(payload, idOf(story as string) ?? '', clock),
    );
  const came = await turn(waiting.docs.filter(({ showFrom }) => !isAhead(showFrom, now)));
  // Put off for a version that has not followed yet (`desk/put-off.ts`): the checks hold it back, or a crash came between.
  await turn(waiting.docs.filter(({ showFrom }) => !showFrom));
  // A period of the law that is over takes the copies back as well: that is `honours/end-periods.ts`.
  const went = await turn(ended.docs.filter(({ until }) => isShowingEnd(endOf({ until: until ?? null }) ?? '')));
  return { came: came.length, went: went.length };
}
