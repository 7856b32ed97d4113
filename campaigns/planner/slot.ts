import { plainWords } from '../bulkhead/plain-words.ts';
import { civilDay, type CivilDay } from '../calendar/civil-day.ts';
import type { PlannedCampaign, PlannedPost } from './campaign.ts';
import { plannedAt } from './planned-at.ts';
import { outsideShowing } from './showing.ts';

/** The newest release of a story that is live, will be, or was as long as its signer chose. */
export interface LiveRelease {
  id: string;
  version: number;
  /** 定时上线: no channel may send it before. Absent or null: at once. */
  from?: Date | null;
  /** 定时下线: no channel may send it from then on. Absent or null: for ever. */
  until?: Date | null;
}

/** One post on one channel: at most one delivery of it ever leaves the house. */
export interface Slot {
  campaignId: string;
  post: PlannedPost;
  channel: string;
  /** Null when the post's time cannot be read. */
  plannedAt: Date | null;
  /** Null when the story has no live release. */
  releaseId: string | null;
  /** Why nothing may go out as things stand, one Chinese sentence; null when it may. */
  hold: string | null;
  /** True when staff expect it to go out, so a hold is worth telling. */
  promised: boolean;
}

export interface SlotInput {
  campaigns: readonly PlannedCampaign[];
  /** By story id. */
  releases: ReadonlyMap<string, LiveRelease>;
  quietDays: ReadonlySet<CivilDay>;
}

export const slotKey = (s: { postId: string; channel: string }): string => `${s.postId}:${s.channel}`;

/** Every slot that the campaigns ask for, with what holds it. */
export function slotsOf({ campaigns, releases, quietDays }: SlotInput): Slot[] {
  return campaigns.flatMap((campaign) =>
    campaign.posts.flatMap((post) => {
      const { at, problem } = timeOf(campaign, post);
      const release = releases.get(post.storyId) ?? null;
      const releaseId = release?.id ?? null;
      const hold = problem ?? holdOf(campaign, post, at, release, quietDays);
      return [...new Set(post.channels)].map((channel) => ({
        campaignId: campaign.id,
        post,
        channel,
        plannedAt: at,
        releaseId,
        hold,
        promised: campaign.state === 'confirmed',
      }));
    }),
  );
}

/** When a post goes out, or why that cannot be read: one unreadable post must not stop everybody else's. */
export function timeOf(campaign: PlannedCampaign, post: PlannedPost): { at: Date | null; problem: string | null } {
  try {
    return { at: plannedAt(campaign, post), problem: null };
  } catch (error) {
    return { at: null, problem: error instanceof RangeError ? error.message : plainWords(error) };
  }
}

function holdOf(
  campaign: PlannedCampaign,
  post: PlannedPost,
  at: Date | null,
  release: LiveRelease | null,
  quietDays: ReadonlySet<CivilDay>,
): string | null {
  if (campaign.state !== 'confirmed') return '活动还没有确认。';
  if (campaign.occasion.state !== 'confirmed') return '节点日期待确认：登记当年通知后才能排期。';
  if ((post.festive || campaign.festive) && at && quietDays.has(civilDay(at))) {
    return `${civilDay(at)} 是静默日，不发节庆内容：请改期，或取消“节庆内容”。`;
  }
  if (release === null) return '稿件没有在用的签发稿：请完成终审签发。';
  return post.waits ?? (at && outsideShowing(at, release));
}
