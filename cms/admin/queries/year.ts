import type { Payload } from 'payload';
import { loadOccasions } from '../../../campaigns/calendar/load-occasions.ts';
import { occasionDays, type OccasionDay } from '../../../campaigns/calendar/occasion-days.ts';

/** All occasions of a year as this deployment knows them: rules from `content/`, notices from staff. */
export async function loadYear(payload: Payload, year: number): Promise<OccasionDay[]> {
  const [occasions, { docs }] = await Promise.all([
    loadOccasions(),
    payload.find({ collection: 'occasion-notices', where: { year: { equals: year } }, pagination: false, depth: 0 }),
  ]);
  const notices = docs.map(({ occasion, start, end, docNo }) => ({ slug: occasion, year, start, end, docNo }));
  return occasionDays(occasions, year, notices);
}
