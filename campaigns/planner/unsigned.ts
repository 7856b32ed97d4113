import type { Delivery } from '../ports/delivery.ts';
import { slotsOf, type SlotInput } from './slot.ts';

/** A post that nears or has passed its minute while its story is not signed, not chosen, or no longer live. */
export interface UnsignedPost {
  postId: string;
  campaignId: string;
  /** Null: no story has been chosen. */
  storyId: string | null;
  channels: string[];
  plannedAt: Date;
}

/**
 * Posts between two instants that will not go out, or have not, for want of a live signed story. Pure, level-triggered:
 * signed, moved, deleted or handled by a person, it is no longer among them. One row a post, earliest first.
 */
export function unsignedPosts(input: SlotInput & { deliveries: readonly Delivery[] }, from: Date, to: Date): UnsignedPost[] {
  const confirmed = input.campaigns.filter(({ occasion, state }) => state === 'confirmed' && occasion.state === 'confirmed');
  const settled = new Set(input.deliveries.filter(({ progress, state }) => state !== 'pending' && !(state === 'skipped' && progress['superseded'] === true)).map(({ channel, postId }) => `${postId}:${channel}`));
  const found = new Map<string, UnsignedPost>();
  for (const { campaignId, channel, plannedAt, post, releaseId } of slotsOf({ ...input, campaigns: confirmed })) {
    if (releaseId !== null || !plannedAt || plannedAt < from || plannedAt > to || settled.has(`${post.id}:${channel}`)) continue;
    const row = found.get(post.id) ?? { postId: post.id, campaignId, storyId: post.storyId || null, channels: [], plannedAt };
    found.set(post.id, { ...row, channels: [...row.channels, channel] });
  }
  return [...found.values()].sort((a, b) => a.plannedAt.getTime() - b.plannedAt.getTime());
}
