import type { Payload } from 'payload';
import { occasionDays, type OccasionDay } from '../../campaigns/calendar/occasion-days.ts';
import { readNotices } from './notices.ts';
import { contentOf } from '../content/content.ts';

/** All occasions of a year as this deployment knows them: rules from `content/`, notices from staff. */
export async function loadYear(payload: Payload, year: number): Promise<OccasionDay[]> {
  const [occasions, notices] = await Promise.all([contentOf(payload).occasions(), readNotices(payload)]);
  return occasionDays(
    occasions,
    year,
    notices.filter((notice) => notice.year === year),
  );
}
