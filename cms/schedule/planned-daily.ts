import type { Payload } from 'payload';
import type { PlannedPost } from '../../campaigns/planner/campaign.ts';
import { dailyId } from '../../campaigns/planner/daily.ts';
import { windowOf, type DeliveryLists } from '../../campaigns/planner/window.ts';
import type { Delivery } from '../../campaigns/ports/delivery.ts';
import { allBetween, readDailyPosts, type DailyPost } from '../daily/daily-post.ts';
import { waitsFor } from '../daily/standing.ts';
import { wantedOrOut } from './daily-out.ts';

/** As in `window.ts`: what has gone out since the first of a long month still counts against its quota. */
const quotaMs = 2 * 86_400_000;

/** Posts without a campaign that a plan must see: those of its window, and those of which something is pending. */
export async function dailyPostsFor(
  payload: Payload,
  store: DeliveryLists,
  now: Date,
  pending: readonly Delivery[],
): Promise<DailyPost[]> {
  const { from, to } = windowOf({ now });
  const ids = [...new Set(pending.filter(({ campaignId }) => campaignId === dailyId).map(({ postId }) => postId))];
  const near = allBetween(new Date(from - quotaMs), new Date(to));
  const asked = ids.length > 0 ? { or: [near, { and: [{ id: { in: ids } }, { state: { equals: 'open' } }] }] } : near;
  return wantedOrOut(store, await readDailyPosts(payload, asked));
}

/** One as the planner knows posts. @param release the story's live release; null: none */
export const plannedDaily = (post: DailyPost, release: string | null): PlannedPost => ({
  id: post.id,
  slug: post.id,
  storyId: post.storyId,
  channels: post.channels,
  when: { at: post.at.toISOString() },
  misfire: post.misfire,
  misfireWindow: post.misfireWindow,
  festive: post.festive,
  waits: waitsFor(post, release),
});
