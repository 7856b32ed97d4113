import type { Payload } from 'payload';
import type { OccasionNotice } from '../../campaigns/calendar/occasion-days.ts';

/** The notices that staff have registered: what turns proposed dates into confirmed ones. */
export async function readNotices(payload: Payload): Promise<OccasionNotice[]> {
  const { docs } = await payload.find({ collection: 'occasion-notices', depth: 0, pagination: false });
  return docs.map((n) => ({ slug: n.occasion, year: n.year, start: n.start.slice(0, 10), end: n.end.slice(0, 10), docNo: n.docNo }));
}
