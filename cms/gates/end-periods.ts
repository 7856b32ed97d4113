import type { Payload } from 'payload';
import { each } from '../../campaigns/bulkhead/each.ts';
import { civilDay } from '../../campaigns/calendar/civil-day.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { takeDown } from '../nominations/take-down.ts';
import { idOf } from '../release/id-of.ts';
import type { PublicationCard } from '../release/publication-row.ts';

/**
 * Takes named cases offline at 00:00 (Asia/Shanghai) of the day on which their period ends (gate G04). What counts is
 * what is live, not what somebody is writing now. @returns how many went now
 */
export async function endPeriods(payload: Payload, clock: Clock): Promise<number> {
  const today = civilDay(clock.now());
  const { docs } = await payload.find({ collection: 'publications', where: { state: { equals: 'live' } }, depth: 0, pagination: false, select: { story: true, title: true, card: true } });
  const gone = await each(docs, ({ id, title }) => [`publication ${id}`, `报道《${title}》`], async ({ card, story }) => {
    const end = (card as unknown as PublicationCard).namedUntil;
    if (!end || end > today) return false;
    return takeDown(payload, clock, idOf(story) ?? '', { reason: '公示期已满，这篇报道已下线。', decidedBy: '系统（公示期满自动下线）' });
  });
  return gone.filter(Boolean).length;
}
