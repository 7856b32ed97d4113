import type { Payload } from 'payload';
import { each } from '../../campaigns/bulkhead/each.ts';
import { civilDay } from '../../campaigns/calendar/civil-day.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { endStory } from '../publication/end-story.ts';
import { endOf, endsBy, endsUntold } from '../release/ending.ts';
import { isShowingEnd } from '../release/showing.ts';
import { idOf } from '../database/id-of.ts';

/**
 * Takes named cases offline at 00:00 (Asia/Shanghai) of the day on which their period ends (gate G04). What counts is
 * what is live, not what somebody is writing now. Asks for nothing but what is over: the minute must not read a whole site.
 * @returns how many went now
 */
export async function endPeriods(payload: Payload, clock: Clock): Promise<number> {
  const today = civilDay(clock.now());
  const read = { collection: 'publications', depth: 0, pagination: false } as const;
  const [over, untold] = await Promise.all([
    // Without the card: one that is broken keeps nobody on the pages.
    payload.find({ ...read, where: endsBy(today), select: { story: true, title: true, until: true } }),
    payload.find({ ...read, where: endsUntold, select: { story: true, title: true, card: true } }),
  ]);
  const rows = [
    ...over.docs.map((row) => ({ ...row, card: null })),
    ...untold.docs.map((row) => ({ ...row, until: null })),
  ];
  const gone = await each(
    rows,
    ({ id, title }) => [`publication ${id}`, `报道《${title}》`],
    async ({ card, story, until }) => {
      if (!until && !card) throw new Error('公开记录里的期满日读不出来：请打开稿件看公示期满日，过了期的马上撤回。');
      const end = endOf({ until, card });
      // What its signer chose is no period of the law: the copies stay (`publication/turn-showings.ts`).
      if (!end || end > today || isShowingEnd(end)) return false;
      return endStory(payload, clock, idOf(story) ?? '', {
        reason: '公示期已满，这篇报道已下线。',
        writer: null,
        decidedBy: '系统（公示期满自动下线）',
      });
    },
  );
  return gone.filter(Boolean).length;
}
