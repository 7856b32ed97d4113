import type { Payload } from 'payload';
import { occasionDays } from '../../../campaigns/calendar/occasion-days.ts';
import { publicFiles } from '../../texts/files/public-files.ts';
import { publicRows } from '../../texts/public-rows.ts';
import type { OccasionDay } from '../occasion.ts';

/** All occasions of a year as this city has confirmed them, by first day, without their campaigns' paths. */
export async function occasionsOf(payload: Payload, year: number): Promise<Omit<OccasionDay, 'campaignPath'>[]> {
  const [occasions, { docs }] = await Promise.all([
    publicFiles(payload).occasions(),
    // Of every year: the year, too, counts as it was agreed to.
    payload.find({ collection: 'occasion-notices', depth: 0, pagination: false, sort: 'createdAt' }),
  ]);
  const agreed = (await publicRows(payload, 'occasion-notices', docs)).filter((row) => row.year === year);
  const notices = agreed.map((row) => ({
    slug: row.occasion,
    year: row.year,
    start: row.start,
    end: row.end,
    docNo: row.docNo,
  }));
  return occasionDays(occasions, year, notices);
}
