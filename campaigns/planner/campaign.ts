import type { CivilDay } from '../calendar/civil-day.ts';
import type { MisfirePolicy } from '../ports/delivery.ts';

/** Relative to the occasion (days before are negative, `time` is `HH:mm` in Asia/Shanghai), or an ISO instant with zone. */
export type When = { anchor: 'start' | 'end'; offsetDays: number; time: string } | { at: string };

/** One story to go out on some channels at one time. */
export interface PlannedPost {
  id: string;
  slug: string;
  storyId: string;
  /** Channel ids, e.g. `wechat`. */
  channels: string[];
  when: When;
  misfire: MisfirePolicy;
  /** Minutes after the planned time within which policy `late` still sends. */
  misfireWindow: number;
  /** Held on quiet days. */
  festive?: boolean;
  /** Why nobody has confirmed it yet, one Chinese sentence: for posts that are confirmed one by one. */
  waits?: string | null;
}

/** A campaign of one year, as the planner sees it. */
export interface PlannedCampaign {
  id: string;
  slug: string;
  year: number;
  state: 'draft' | 'confirmed';
  /** Days inclusive. */
  occasion: { start: CivilDay; end: CivilDay; state: 'proposed' | 'confirmed' };
  posts: PlannedPost[];
  /** All its posts are held on quiet days. */
  festive?: boolean;
}
