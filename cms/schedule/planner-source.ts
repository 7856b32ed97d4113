import { askInChunks } from '../../campaigns/lists/in-chunks.ts';
import type { Payload, Where } from 'payload';
import { readable } from '../../campaigns/bulkhead/each.ts';
import { occasionDays, type OccasionDay } from '../../campaigns/calendar/occasion-days.ts';
import type { PlannedCampaign, PlannedPost } from '../../campaigns/planner/campaign.ts';
import type { PlanInput } from '../../campaigns/planner/plan.ts';
import { dailyCampaign } from '../../campaigns/planner/daily.ts';
import { quietDays } from '../../campaigns/planner/quiet-days.ts';
import {
  deliveriesFor,
  pendingOf,
  postsInWindow,
  windowOf,
  type DeliveryLists,
} from '../../campaigns/planner/window.ts';
import type { Delivery } from '../../campaigns/ports/delivery.ts';
import { civilDay } from '../../campaigns/calendar/civil-day.ts';
import type { Post } from '../payload-types.ts';
import { idOf } from '../database/id-of.ts';
import { readNotices } from './notices.ts';
import { dailyPostsFor, plannedDaily } from './planned-daily.ts';
import { cardDoor } from '../release/card-door.ts';
import { showingFields, showingOfRow } from '../release/showing-of-row.ts';
import { withUnreadable } from '../store/unreadable-deliveries.ts';
import { contentOf } from '../content/content.ts';

export interface PlannerSourceOptions {
  /** True on live channels: starter stories (示例导入) are fiction and go out in rehearsals only. */
  holdStarter: boolean;
  /** Posts that wait for their story too, with an empty story id: to tell of them, never to plan. */
  withStoryless?: boolean;
}

const everything = { depth: 0, pagination: false } as const;

/**
 * All that a plan needs: the campaigns of the years around `now` and of everything pending, posts without one, their live
 * releases, the quiet days, and the deliveries of their posts. Complete or not at all, because the planner takes out
 * pending deliveries that nobody asks for: a campaign or post that cannot be read is left out together with all its
 * deliveries, which stay as they are, and told as stuck; so is the post of a delivery that cannot be read, for it may
 * have been sent. What is long done is not read, so that a tick costs the same after ten years.
 * @throws whatever the database throws
 */
export async function readPlannerInput(
  payload: Payload,
  store: DeliveryLists,
  now: Date,
  options: PlannerSourceOptions,
): Promise<Omit<PlanInput, 'quotas'>> {
  const { stuck, unreadable, value } = await withUnreadable(payload, () => readSound(payload, store, now, options));
  const untold = new Set(unreadable.map(({ postId }) => postId));
  const broken = new Set([...stuck.map((item) => item.split(' ')[1] ?? ''), ...untold]);
  return {
    ...value,
    campaigns: value.campaigns.map((campaign) => ({
      ...campaign,
      posts: campaign.posts.filter(({ id }) => !untold.has(id)),
    })),
    deliveries: value.deliveries.filter((d) => !broken.has(d.postId) && !broken.has(d.campaignId)),
  };
}

async function readSound(
  payload: Payload,
  store: DeliveryLists,
  now: Date,
  { holdStarter, withStoryless = false }: PlannerSourceOptions,
): Promise<Omit<PlanInput, 'quotas'>> {
  const pending = await pendingOf(store);
  const [occasions, notices, campaigns, daily] = await Promise.all([
    contentOf(payload).occasions(),
    readNotices(payload),
    campaignsFor(payload, now, pending),
    dailyPostsFor(payload, store, now, pending),
  ]);
  const rows = (
    await eachPart(
      campaigns.map((c) => c.id),
      (ids) => payload.find({ ...everything, collection: 'posts', where: { campaign: { in: ids } } }),
    )
  ).flatMap(({ docs }) => docs);
  // A post that still waits for its story (待定稿) asks for nothing.
  const posts = withStoryless ? rows : rows.filter(({ story }) => idOf(story) !== null);
  const publications = (
    await eachPart([...posts.flatMap((p) => idOf(p.story) ?? []), ...daily.map(({ storyId }) => storyId)], (ids) =>
      payload.find({
        ...everything,
        collection: 'publications',
        // What waits for its minute, and what is over, is planned too: the planner says why it is held.
        where: { state: { in: ['live', 'waiting', 'over'] }, story: { in: ids } },
        select: { ...showingFields, story: true, release: true, card: true },
      }),
    )
  ).flatMap(({ docs }) => docs);
  const releases = new Map(
    readable(
      // Of one that was put off for a version that has not followed yet nobody knows when it may go out.
      publications.filter(({ showFrom, state }) => state !== 'waiting' || showFrom),
      ({ id }) => [`publication ${id}`, '一篇在线稿件'],
      (p) =>
        [
          idOf(p.story) ?? '',
          { id: idOf(p.release) ?? '', version: cardDoor.read(p.card).value?.version ?? 0, ...showingOfRow(p) },
        ] as const,
    ),
  );
  const starter = holdStarter
    ? await importedReleases(
        payload,
        [...releases.values()].map(({ id }) => id),
      )
    : new Set<string>();
  const daysOf = yearly((year) => occasionDays(occasions, year, notices));
  const byCampaign = Map.groupBy(posts, (post) => idOf(post.campaign) ?? '');

  const planned = readable(
    campaigns,
    ({ id, slug, year }) => [`campaign ${id}`, `活动 ${year}/${slug}`],
    (c): PlannedCampaign => {
      const day = daysOf(c.year).find((d) => d.slug === c.occasion);
      const own = (byCampaign.get(c.id) ?? []).filter(
        (p) => c.rehearsal || !starter.has(releases.get(idOf(p.story) ?? '')?.id ?? ''),
      );
      const asked = readable(own, ({ id, label }) => [`post ${id}`, `排期“${label}”`], postOf);
      return { id: c.id, slug: c.slug, year: c.year, state: c.state, occasion: occasionOf(day, c), posts: asked };
    },
  );
  const year = Number(civilDay(now).slice(0, 4));
  const releaseOf = (storyId: string) => releases.get(storyId)?.id ?? null;
  const real = daily.filter(({ storyId }) => !starter.has(releaseOf(storyId) ?? ''));
  if (real.length > 0)
    planned.push(
      dailyCampaign(
        real.map((post) => plannedDaily(post, releaseOf(post.storyId))),
        year,
      ),
    );
  const deliveries = await deliveriesFor(store, pending, postsInWindow(planned, { now }));
  return {
    campaigns: planned,
    releases,
    deliveries,
    now,
    quietDays: quietDays([year - 1, year, year + 1].flatMap(daysOf)),
  };
}

/** A year either way of the window: a post may lie months from its occasion. Fixed instants may lie anywhere. */
async function campaignsFor(payload: Payload, now: Date, pending: readonly Delivery[]) {
  const { from, to } = windowOf({ now });
  const yearOf = (ms: number) => Number(civilDay(new Date(ms)).slice(0, 4));
  const fixed = await payload.find({
    ...everything,
    collection: 'posts',
    select: { campaign: true },
    where: { at: { greater_than_equal: new Date(from).toISOString(), less_than_equal: new Date(to).toISOString() } },
  });
  const ids = [...pending.map((d) => d.campaignId), ...fixed.docs.map((p) => idOf(p.campaign) ?? '')];
  const select = { slug: true, year: true, state: true, occasion: true, rehearsal: true } as const;
  const find = (where: Where) => payload.find({ ...everything, collection: 'campaigns', joins: {}, where, select });
  const found = await Promise.all([
    find({ year: { greater_than_equal: yearOf(from) - 1, less_than_equal: yearOf(to) + 1 } }),
    ...(await eachPart(ids, (some) => find({ id: { in: some } }))),
  ]);
  return [...new Map(found.flatMap(({ docs }) => docs).map((c) => [c.id, c])).values()];
}

/** One answer a part, for each of the ids once. */
const eachPart = <T>(ids: readonly string[], ask: (ids: string[]) => Promise<T>): Promise<T[]> =>
  askInChunks([...new Set(ids)], async (some) => [await ask(some)]);

/** A rehearsal does not wait for the notice of its occasion: its posts carry instants of their own. */
function occasionOf(
  day: OccasionDay | undefined,
  campaign: { rehearsal?: boolean | null; year: number },
): PlannedCampaign['occasion'] {
  // An occasion whose file was removed has no date any more: nothing of it may go out.
  if (!day)
    return {
      start: `${campaign.year}-01-01`,
      end: `${campaign.year}-01-01`,
      state: campaign.rehearsal ? 'confirmed' : 'proposed',
    };
  return { start: day.start, end: day.end, state: campaign.rehearsal ? 'confirmed' : day.state };
}

/** @throws what a broken row throws */
function postOf(post: Post): PlannedPost {
  if (!Array.isArray(post.channels)) throw new TypeError('没有写渠道');
  return {
    id: post.id,
    slug: post.slug,
    storyId: idOf(post.story) ?? '',
    channels: post.channels,
    when: post.at
      ? { at: new Date(post.at).toISOString() }
      : { anchor: post.anchor, offsetDays: post.offsetDays, time: post.time },
    misfire: post.misfire,
    misfireWindow: post.misfireWindow,
    festive: post.festive ?? false,
  };
}

async function importedReleases(payload: Payload, ids: readonly string[]): Promise<Set<string>> {
  const found = await eachPart(ids, (some) =>
    payload.find({
      ...everything,
      collection: 'releases',
      where: { imported: { equals: true }, id: { in: some } },
      select: { key: true },
    }),
  );
  return new Set(found.flatMap(({ docs }) => docs).map((r) => r.id));
}

function yearly(make: (year: number) => OccasionDay[]): (year: number) => OccasionDay[] {
  const known = new Map<number, OccasionDay[]>();
  return (year) => {
    const days = known.get(year) ?? make(year);
    known.set(year, days);
    return days;
  };
}
