import type { Payload } from 'payload';
import { loadOccasions } from '../../campaigns/calendar/load-occasions.ts';
import { occasionDays, type OccasionDay } from '../../campaigns/calendar/occasion-days.ts';
import type { PlannedCampaign, PlannedPost } from '../../campaigns/planner/campaign.ts';
import type { PlanInput } from '../../campaigns/planner/plan.ts';
import { quietDays } from '../../campaigns/planner/quiet-days.ts';
import { civilDay } from '../../campaigns/calendar/civil-day.ts';
import type { Post } from '../payload-types.ts';
import { idOf } from '../release/id-of.ts';
import { readNotices } from './notices.ts';

export interface PlannerSourceOptions {
  /** True on live channels: starter stories (示例导入) are fiction and go out in rehearsals only. */
  holdStarter: boolean;
}

type Source = Pick<PlanInput, 'campaigns' | 'releases' | 'quietDays'>;

const everything = { depth: 0, pagination: false } as const;

/**
 * All campaigns with their posts, all live releases, and the quiet days around `now`: complete or not at all, because
 * the planner takes out pending deliveries that nobody asks for.
 * @throws whatever the database or the content files throw
 */
export async function readPlannerInput(payload: Payload, now: Date, { holdStarter }: PlannerSourceOptions): Promise<Source> {
  const [campaigns, posts, publications, occasions, notices] = await Promise.all([
    payload.find({ ...everything, collection: 'campaigns', joins: {} }),
    payload.find({ ...everything, collection: 'posts' }),
    payload.find({ ...everything, collection: 'publications', where: { state: { equals: 'live' } }, select: { story: true, release: true, card: true } }),
    loadOccasions(),
    readNotices(payload),
  ]);
  const releases = new Map(
    publications.docs.map((p) => [idOf(p.story) ?? '', { id: idOf(p.release) ?? '', version: (p.card as { version?: number }).version ?? 0 }]),
  );
  const starter = holdStarter ? await importedReleases(payload) : new Set<string>();
  const daysOf = yearly((year) => occasionDays(occasions, year, notices));
  const byCampaign = Map.groupBy(posts.docs, (post) => idOf(post.campaign) ?? '');

  const planned = campaigns.docs.map((c): PlannedCampaign => {
    const day = daysOf(c.year).find((d) => d.slug === c.occasion);
    const own = (byCampaign.get(c.id) ?? []).filter((p) => c.rehearsal || !starter.has(releases.get(idOf(p.story) ?? '')?.id ?? ''));
    return { id: c.id, slug: c.slug, year: c.year, state: c.state, occasion: occasionOf(day, c), posts: own.map(postOf) };
  });
  const year = Number(civilDay(now).slice(0, 4));
  return { campaigns: planned, releases, quietDays: quietDays([year - 1, year, year + 1].flatMap(daysOf)) };
}

/** A rehearsal does not wait for the notice of its occasion: its posts carry instants of their own. */
function occasionOf(day: OccasionDay | undefined, campaign: { rehearsal?: boolean | null; year: number }): PlannedCampaign['occasion'] {
  // An occasion whose file was removed has no date any more: nothing of it may go out.
  if (!day) return { start: `${campaign.year}-01-01`, end: `${campaign.year}-01-01`, state: campaign.rehearsal ? 'confirmed' : 'proposed' };
  return { start: day.start, end: day.end, state: campaign.rehearsal ? 'confirmed' : day.state };
}

function postOf(post: Post): PlannedPost {
  return {
    id: post.id,
    slug: post.slug,
    storyId: idOf(post.story) ?? '',
    channels: post.channels,
    when: post.at ? { at: new Date(post.at).toISOString() } : { anchor: post.anchor, offsetDays: post.offsetDays, time: post.time },
    misfire: post.misfire,
    misfireWindow: post.misfireWindow,
    festive: post.festive ?? false,
  };
}

async function importedReleases(payload: Payload): Promise<Set<string>> {
  const { docs } = await payload.find({ ...everything, collection: 'releases', where: { imported: { equals: true } }, select: { key: true } });
  return new Set(docs.map((r) => r.id));
}

function yearly(make: (year: number) => OccasionDay[]): (year: number) => OccasionDay[] {
  const known = new Map<number, OccasionDay[]>();
  return (year) => {
    const days = known.get(year) ?? make(year);
    known.set(year, days);
    return days;
  };
}
