import { readable } from '../../../campaigns/bulkhead/each.ts';
import type { Payload, Where } from 'payload';
import { addDays } from '../../../campaigns/calendar/civil-day.ts';
import type { Campaign as CampaignRow } from '../../payload-types.ts';
import { publicRows } from '../../texts/public-rows.ts';
import type { CampaignCard } from '../campaign.ts';
import type { OccasionDay } from '../occasion.ts';
import { occasionsOf } from './occasions.ts';

/** Only what a signer has confirmed, in the words that two people stand for; rehearsals are nobody's business. */
export const shown: Where = { and: [{ state: { equals: 'confirmed' } }, { rehearsal: { not_equals: true } }] };

export const campaignPath = (year: number, slug: string): string => `/year/${year}/${slug}/`;

/** All occasions of a year, with the path of the campaign that the city runs on them. */
export async function readYear(payload: Payload, year: number): Promise<OccasionDay[]> {
  const [occasions, campaigns] = await Promise.all([occasionsOf(payload, year), rows(payload, year)]);
  const paths = new Map(campaigns.map((row) => [row.occasion, campaignPath(row.year, row.slug)]));
  return occasions.map((occasion) => ({ ...occasion, campaignPath: paths.get(occasion.slug) ?? null }));
}

/** The confirmed campaigns of a year, by first day. */
export async function readCampaigns(payload: Payload, year: number): Promise<CampaignCard[]> {
  const [occasions, campaigns] = await Promise.all([readYear(payload, year), rows(payload, year)]);
  return readable(
    campaigns,
    ({ id, slug, year: own }) => [`campaign ${id}`, `活动 ${own}/${slug}`],
    (row) => campaignCard(row, occasions) ?? [],
  )
    .flat()
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.slug < b.slug ? -1 : 1));
}

/** Null when its occasion has no dates in that year (an annual one whose notice has not come). */
export function campaignCard(row: CampaignRow, occasions: OccasionDay[]): CampaignCard | null {
  const occasion = occasions.find(({ slug }) => slug === row.occasion);
  if (!occasion) return null;
  const phases = row.phases.map(({ name, hint, startOffset, endOffset }) => ({
    name,
    hint: hint ?? '',
    start: addDays(occasion.start, startOffset),
    end: addDays(occasion.start, endOffset),
  }));
  return {
    year: row.year,
    slug: row.slug,
    path: campaignPath(row.year, row.slug),
    title: row.title,
    theme: row.theme,
    standfirst: row.standfirst,
    start: phases.map(({ start }) => start).sort()[0] ?? occasion.start,
    end:
      phases
        .map(({ end }) => end)
        .sort()
        .at(-1) ?? occasion.end,
    occasion,
    good: row.good ?? [],
    avoid: row.avoid ?? [],
    actions: (row.actions ?? []).map(({ label, path }) => ({ label, path })),
    phases,
  };
}

async function rows(payload: Payload, year: number): Promise<CampaignRow[]> {
  const { docs } = await payload.find({
    collection: 'campaigns',
    where: { and: [shown, { year: { equals: year } }] },
    depth: 0,
    joins: false,
    pagination: false,
  });
  return publicRows(payload, 'campaigns', docs);
}
