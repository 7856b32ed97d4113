import type { Payload } from 'payload';
import { civilDay, instantOf } from '../../../campaigns/calendar/civil-day.ts';
import type { CalendarEvent } from '../../../campaigns/calendar/ics-file.ts';
import { occasionsIcs } from '../../../campaigns/calendar/ics.ts';
import { readCalendarChanges } from '../../store/calendar-changes.ts';
import { publicFiles } from '../../texts/files/public-files.ts';
import type { CampaignCard } from '../campaign.ts';
import type { Region } from '../../story/region.ts';
import { readCampaigns, readYear } from './campaigns.ts';

/** This year's and the next one's occasions and confirmed campaigns to subscribe to, with links to the campaigns' pages. */
export async function readCalendarIcs(
  payload: Payload,
  { now, siteUrl, region }: { now: Date; siteUrl: string; region: Region },
): Promise<string> {
  const today = civilDay(now);
  const year = Number(today.slice(0, 4));
  const bothYears = async <T>(read: (payload: Payload, year: number) => Promise<T[]>) =>
    (await Promise.all([year, year + 1].map((y) => read(payload, y)))).flat();
  const [days, campaigns, changes, files] = await Promise.all([
    bothYears(readYear),
    bothYears(readCampaigns),
    readCalendarChanges(payload, [year, year + 1]),
    publicFiles(payload).changed('occasions'),
  ]);
  return occasionsIcs(
    days,
    {
      name: `${region.siteName}宣传年历`,
      host: region.siteDomain,
      // Midnight, so that the text changes once a day at most.
      now: instantOf(today, '00:00'),
      linkFor: ({ campaignPath }) => campaignPath && siteUrl + campaignPath,
      changedAt: ({ slug, start }) => latest(changes.occasions.get(`${start.slice(0, 4)}/${slug}`), files.get(slug)),
    },
    campaigns.map((campaign) => ({
      ...eventOf(campaign, siteUrl),
      changedAt: changes.campaigns.get(`${campaign.year}/${campaign.slug}`) ?? null,
    })),
  );
}

/** What the city does around an occasion, from its first phase to its last. */
const eventOf = (
  { end, occasion, path, phases, slug, standfirst, start, theme, title, year }: CampaignCard,
  siteUrl: string,
): CalendarEvent => ({
  uid: `campaign-${slug}-${year}`,
  when: { start, end },
  title: `活动：${title}`,
  description: [`主题：${theme}`, standfirst, ...phases.map((phase) => `${phase.name}：${phase.start}至${phase.end}`)],
  url: siteUrl + path,
  status: occasion.state === 'confirmed' ? 'CONFIRMED' : 'TENTATIVE',
});

const latest = (...moments: (Date | undefined)[]): Date | null =>
  moments.reduce<Date | null>((last, at) => (at && (!last || at > last) ? at : last), null);
