import type { Payload } from 'payload';
import { readable } from '../../campaigns/bulkhead/each.ts';
import type { OccasionNotice } from '../../campaigns/calendar/occasion-days.ts';

/** The notices that staff have registered: what turns proposed dates into confirmed ones. */
export async function readNotices(payload: Payload): Promise<OccasionNotice[]> {
  const { docs } = await payload.find({ collection: 'occasion-notices', depth: 0, pagination: false });
  return readable(docs, (n) => [`notice ${n.id}`, `节点通知“${n.docNo}”`], (n) => ({ slug: n.occasion, year: n.year, start: n.start.slice(0, 10), end: n.end.slice(0, 10), docNo: n.docNo }));
}
