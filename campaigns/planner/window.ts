import { askInChunks } from '../lists/in-chunks.ts';
import type { Delivery } from '../ports/delivery.ts';
import type { PlannedCampaign } from './campaign.ts';
import { timeOf } from './slot.ts';

export interface Window {
  now: Date;
  /** Posts planned longer ago are not created any more. */
  lookbackDays?: number;
  /** Posts planned further ahead are not created yet. */
  horizonDays?: number;
}

const day = 86_400_000;
/** What has gone out since the first of a long month still counts against its quota. */
const quotaDays = 2;

/** First and last instant of the time that is planned for, in epoch milliseconds; defaults 30 days back, 400 ahead. */
export function windowOf({ now, lookbackDays = 30, horizonDays = 400 }: Window): { from: number; to: number } {
  return { from: now.getTime() - lookbackDays * day, to: now.getTime() + horizonDays * day };
}

/**
 * Posts of which every delivery must be known, also those that are long done: their minute falls into the window, or
 * cannot be read. Of all others a plan needs only what is pending, so that it does not grow with the years.
 */
export function postsInWindow(campaigns: readonly PlannedCampaign[], window: Window): string[] {
  const { from, to } = windowOf(window);
  return campaigns.flatMap((campaign) =>
    campaign.posts
      .filter((post) => {
        const { at } = timeOf(campaign, post);
        return at === null || (at.getTime() >= from - quotaDays * day && at.getTime() <= to);
      })
      .map(({ id }) => id),
  );
}

/** What a plan needs of a `DeliveryStore`. */
export interface DeliveryLists {
  list(filter: { states?: ['pending']; postIds?: string[] }): Promise<Delivery[]>;
}

/** To be read before the campaigns: what is pending then must find its campaign in them, or it has been cancelled. */
export const pendingOf = (store: DeliveryLists): Promise<Delivery[]> => store.list({ states: ['pending'] });

/**
 * The deliveries that a plan must see: everything of the posts in the window, everything pending, and everything else
 * of the posts that have something pending (it may have been sent already). The plan is the same as with all
 * deliveries of all years. Order: earliest plan first.
 */
export async function deliveriesFor(
  store: DeliveryLists,
  pending: readonly Delivery[],
  postIds: readonly string[],
): Promise<Delivery[]> {
  const ids = [...new Set([...postIds, ...pending.map((d) => d.postId)])];
  // The second reading wins: what it calls sent was pending a moment ago.
  const found = new Map(pending.map((d) => [d.id, d]));
  for (const d of await askInChunks(ids, (postIds) => store.list({ postIds }))) found.set(d.id, d);
  return [...found.values()].sort((a, b) => a.plannedAt.getTime() - b.plannedAt.getTime() || (a.id < b.id ? -1 : 1));
}
