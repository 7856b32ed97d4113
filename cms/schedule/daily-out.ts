import { askInChunks } from '../../campaigns/lists/in-chunks.ts';
import { mayBeOutThere } from '../../campaigns/outbox/journal/standing.ts';
import type { DeliveryLists } from '../../campaigns/planner/window.ts';
import type { DailyPost } from '../daily/daily-post.ts';

/** Post → channels on which it is out, or may be. */
export async function channelsOut(
  store: DeliveryLists,
  postIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const copies = await askInChunks(postIds, (some) => store.list({ postIds: some }));
  const out = Map.groupBy(copies.filter(mayBeOutThere), ({ postId }) => postId);
  return new Map([...out].map(([id, own]) => [id, new Set(own.map(({ channel }) => channel))]));
}

/**
 * Posts as plans and calendars see them: of one that was cancelled half-way, what had gone out by then stays, for it counts
 * against its platform's quota and readers have it; of any other that was cancelled nothing stays.
 */
export async function wantedOrOut(store: DeliveryLists, posts: readonly DailyPost[]): Promise<DailyPost[]> {
  const cancelled = posts.filter(({ isCancelled }) => isCancelled).map(({ id }) => id);
  const out = cancelled.length === 0 ? new Map<string, ReadonlySet<string>>() : await channelsOut(store, cancelled);
  return posts
    .map((post) =>
      post.isCancelled
        ? { ...post, channels: post.channels.filter((channel) => out.get(post.id)?.has(channel)) }
        : post,
    )
    .filter(({ channels, isCancelled }) => !isCancelled || channels.length > 0);
}
