import type { Payload } from 'payload';
import { readable } from '../../campaigns/bulkhead/each.ts';
import { isCivilDay, type CivilDay } from '../../campaigns/calendar/civil-day.ts';
import type { OccasionNotice } from '../../campaigns/calendar/occasion-days.ts';

function dayOf(text: string): CivilDay {
  const day = text.slice(0, 10);
  if (!isCivilDay(day)) throw new RangeError(`date ${text}`);
  return day;
}

/** The notices that staff have registered: what turns proposed dates into confirmed ones. */
export async function readNotices(payload: Payload): Promise<OccasionNotice[]> {
  const { docs } = await payload.find({ collection: 'occasion-notices', depth: 0, pagination: false });
  return readable(
    docs,
    (n) => [`notice ${n.id}`, `节点通知“${n.docNo}”`],
    (n) => ({ slug: n.occasion, year: n.year, start: dayOf(n.start), end: dayOf(n.end), docNo: n.docNo }),
  );
}
