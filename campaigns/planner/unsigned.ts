import type { Delivery } from '../ports/delivery.ts';
import { isSettled } from '../outbox/journal/standing.ts';
import { slotKey, slotsOf, type SlotInput } from './slot.ts';

/** A post that nears or has passed its minute while its story is not signed, not chosen, or no longer live, or nobody has confirmed its campaign or itself. */
export interface UnsignedPost {
  postId: string;
  campaignId: string;
  /** Null: no story has been chosen. */
  storyId: string | null;
  channels: string[];
  plannedAt: Date;
  /** False: its campaign is only being planned. */
  confirmed: boolean;
  /** The post itself waits for a second person (`PlannedPost.waits`), though its story is signed. */
  waits: boolean;
}

/**
 * Posts between two instants that will not go out, or have not, for want of a live signed story or of a confirmed campaign.
 * Pure, level-triggered: signed, confirmed, moved, deleted or handled by a person, it is no longer among them. Of a campaign
 * that is only being planned, those for which somebody has chosen a story: the others were never taken up. One row a post,
 * earliest first.
 */
export function unsignedPosts(
  input: SlotInput & { deliveries: readonly Delivery[] },
  from: Date,
  to: Date,
): UnsignedPost[] {
  const dated = input.campaigns.filter(({ occasion }) => occasion.state === 'confirmed');
  const settled = new Set(input.deliveries.filter(isSettled).map(slotKey));
  const found = new Map<string, UnsignedPost>();
  for (const { campaignId, channel, plannedAt, post, promised: confirmed, releaseId } of slotsOf({
    ...input,
    campaigns: dated,
  })) {
    if (
      (confirmed ? releaseId !== null && !post.waits : !post.storyId) ||
      !plannedAt ||
      plannedAt < from ||
      plannedAt > to ||
      settled.has(slotKey({ postId: post.id, channel }))
    )
      continue;
    const row = found.get(post.id) ?? {
      postId: post.id,
      campaignId,
      storyId: post.storyId || null,
      channels: [],
      plannedAt,
      confirmed,
      waits: releaseId !== null && Boolean(post.waits),
    };
    found.set(post.id, { ...row, channels: [...row.channels, channel] });
  }
  return [...found.values()].sort((a, b) => a.plannedAt.getTime() - b.plannedAt.getTime());
}
