import type { Payload } from 'payload';
import { civilDay, instantOf } from '../../../campaigns/calendar/civil-day.ts';
import { occasionsIcs } from '../../../campaigns/calendar/ics.ts';
import type { Region } from '../region.ts';
import { readYear } from './campaigns.ts';

/** This year's and the next one's occasions to subscribe to, with links to the campaigns that the city runs on them. */
export async function readCalendarIcs(payload: Payload, { now, siteUrl, region }: { now: Date; siteUrl: string; region: Region }): Promise<string> {
  const today = civilDay(now);
  const year = Number(today.slice(0, 4));
  const days = (await Promise.all([year, year + 1].map((y) => readYear(payload, y)))).flat();
  return occasionsIcs(days, {
    name: `${region.siteName}宣传年历`,
    host: region.siteDomain,
    // Midnight, so that the text changes once a day at most.
    now: instantOf(today, '00:00'),
    linkFor: ({ campaignPath }) => campaignPath && siteUrl + campaignPath,
  });
}
