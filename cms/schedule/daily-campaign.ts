import type { Payload } from 'payload';
import { endOf, instantOf } from '../../campaigns/calendar/civil-day.ts';
import { dailyId, dailyTitle } from '../../campaigns/planner/daily.ts';
import { allBetween, readDailyPosts, type DailyPost } from '../daily/daily-post.ts';
import { pushableReleases } from '../daily/pushable-releases.ts';
import { waitsFor } from '../daily/standing.ts';
import { createDeliveryStore } from '../store/payload-delivery-store.ts';
import { channelsOut, wantedOrOut } from './daily-out.ts';
import type { YearCampaign } from './campaigns.ts';

/**
 * The posts without a campaign of some years, as the calendar and everything beside it knows posts: of one campaign
 * without phases or a day of its own; of what was cancelled half-way, what had gone out. Null when there are none.
 * @param years civil years
 */
export async function loadDailyCampaign(payload: Payload, years: readonly number[]): Promise<YearCampaign | null> {
  const sorted = years.toSorted((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return null;
  const store = createDeliveryStore(payload);
  const read = await readDailyPosts(payload, allBetween(instantOf(`${first}-01-01`), endOf(`${last}-12-31`)));
  const wanted = await wantedOrOut(store, read);
  const releases = await pushableReleases(
    payload,
    wanted.map(({ storyId }) => storyId),
  );
  const waits = new Map(
    wanted.map((post) => [post.id, post.isCancelled ? null : waitsOf(post, releases.get(post.storyId) ?? null)]),
  );
  // What has gone out waits for nobody, whatever became of its story since.
  const out = await channelsOut(
    store,
    wanted.filter(({ id }) => waits.get(id)).map(({ id }) => id),
  );
  const posts = wanted.map(({ at, channels, festive, id, storyId, title }) => ({
    id,
    storyId,
    title,
    channels,
    at,
    festive,
    floating: false,
    moves: [],
    waits: out.has(id) ? null : (waits.get(id) ?? null),
  }));
  return posts.length === 0
    ? null
    : { id: dailyId, title: dailyTitle, year: first, occasion: '', settled: true, phases: [], posts };
}

const waitsOf = (post: DailyPost, release: string | null): string | null =>
  release === null ? '稿件没有在用的签发稿：到时不会发出。' : waitsFor(post, release);
