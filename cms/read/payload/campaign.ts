import { readable } from '../../../campaigns/bulkhead/each.ts';
import { addDays, civilDay, wallTime } from '../../../campaigns/calendar/civil-day.ts';
import type { Post, Publication } from '../../payload-types.ts';
import { idOf } from '../../database/id-of.ts';
import { publicRows } from '../../texts/public-rows.ts';
import type { Campaign, CampaignCard } from '../campaign.ts';
import { cardFields, cardOf } from './card.ts';
import { campaignCard, readYear, shown } from './campaigns.ts';
import { columnNames } from './column-names.ts';
import type { Reading } from './source.ts';

/** A confirmed campaign with its stories by phase; null when there is none, or its occasion has no date yet. */
export async function readCampaign(reading: Reading, year: number, slug: string): Promise<Campaign | null> {
  const { payload } = reading;
  const { docs } = await payload.find({
    collection: 'campaigns',
    where: { and: [shown, { key: { equals: `${year}/${slug}` } }] },
    limit: 1,
    depth: 0,
    joins: false,
    pagination: false,
  });
  const [row] = await publicRows(payload, 'campaigns', docs);
  const card = row && campaignCard(row, await readYear(payload, year));
  if (!row || !card) return null;
  return {
    ...card,
    basis: row.basis ?? '',
    docNo: row.docNo || null,
    confirmedOn: row.confirmedOn || null,
    units: row.units ?? [],
    items: await itemsOf(reading, row.id, card),
  };
}

async function itemsOf(
  { payload, standing }: Reading,
  campaignId: string,
  card: CampaignCard,
): Promise<Campaign['items']> {
  const { docs: planned } = await payload.find({
    collection: 'posts',
    where: { campaign: { equals: campaignId } },
    depth: 0,
    pagination: false,
  });
  const posts = await publicRows(payload, 'posts', planned);
  if (posts.length === 0) return [];
  const ids = [...new Set(posts.flatMap((post) => idOf(post.story) ?? []))];
  const [names, { docs }] = await Promise.all([
    columnNames(payload),
    payload.find({
      collection: 'publications',
      where: { story: { in: ids } },
      depth: 0,
      pagination: false,
      select: { ...cardFields, story: true, state: true, release: true, showFrom: true, until: true },
    }),
  ]);
  // What nobody may know of yet stands there as if it had not been signed.
  const known = docs.map(standing.of).filter(({ state }) => state !== 'waiting' && state !== 'dropped');
  const published = new Map(known.map((p) => [idOf(p.story) ?? '', p]));
  const items = readable(
    posts,
    ({ id, label }) => [`post ${id}`, `排期“${label}”`],
    (post) => ({ post, ...momentOf(post, card) }),
  ).sort((a, b) => (a.day + a.time < b.day + b.time ? -1 : 1));
  const seen = new Set<string>();
  return readable(
    items,
    ({ post }) => [`post ${post.id}`, `排期“${post.label}”`],
    ({ post, day, time }) => {
      const story = idOf(post.story);
      const publication = story === null ? undefined : published.get(story);
      // A story that goes out twice stands in the programme once; a withdrawn one no longer.
      if ((story !== null && seen.has(story)) || (publication && publication.state !== 'live')) return [];
      if (story !== null) seen.add(story);
      return [{ phase: phaseOf(day, card), day, time, label: post.label, ...shownAs(post, publication, names) }];
    },
  ).flat();
}

/** An unsigned story shows the programme's label: nobody has approved its title yet. */
function shownAs(
  post: Post,
  publication: Pick<Publication, keyof typeof cardFields> | undefined,
  names: Map<string, string>,
) {
  if (!publication) return { story: null, title: post.label };
  const story = cardOf(publication, names);
  return { story, title: story.title };
}

function momentOf(post: Post, { occasion }: CampaignCard): { day: string; time: string } {
  if (post.at) {
    const at = new Date(post.at);
    return { day: civilDay(at), time: wallTime(at) };
  }
  return { day: addDays(post.anchor === 'end' ? occasion.end : occasion.start, post.offsetDays), time: post.time };
}

function phaseOf(day: string, { phases }: CampaignCard): number {
  const inside = phases.findIndex(({ start, end }) => day >= start && day <= end);
  if (inside >= 0) return inside;
  return Math.max(
    0,
    phases.findLastIndex(({ start }) => day >= start),
  );
}
