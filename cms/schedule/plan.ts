import { inChunks } from '../../campaigns/lists/in-chunks.ts';
import type { Payload } from 'payload';
import type { OccasionDay } from '../../campaigns/calendar/occasion-days.ts';
import type { Occasion } from '../../campaigns/calendar/occasion-schema.ts';
import type { Workdays } from '../../campaigns/calendar/workday.ts';
import type { DatedPost } from '../../campaigns/planner/conflicts/conflict.ts';
import { waitingKey, type WaitingPosts } from '../../campaigns/planner/conflicts/occasions.ts';
import type { PressHours } from '../../campaigns/planner/conflicts/press-hours.ts';
import { marksOf } from '../../campaigns/outbox/journal/columns/known.ts';
import { isSettled, mayBeOutThere } from '../../campaigns/outbox/journal/standing.ts';
import { dailyId } from '../../campaigns/planner/daily.ts';
import { quietDays } from '../../campaigns/planner/quiet-days.ts';
import type { ChannelQuota } from '../../campaigns/planner/quota.ts';
import type { DeliveryState } from '../../campaigns/ports/delivery.ts';
import { loadCampaigns, type YearCampaign } from './campaigns.ts';
import { loadDailyCampaign } from './daily-campaign.ts';
import { loadYear } from './year.ts';
import { storyShowings } from './story-showings.ts';
import { contentOf } from '../content/content.ts';

/** Everything that is planned in some years, dated, with what has become of it. */
export interface Plan {
  occasions: Occasion[];
  days: OccasionDay[];
  campaigns: YearCampaign[];
  posts: DatedPost[];
  /** Posts that wait for an occasion's notice. */
  waiting: WaitingPosts;
  quietDays: ReadonlySet<string>;
  quotas: ChannelQuota[];
  pressHours: ReadonlyMap<string, PressHours>;
  workdays: Workdays;
  /** Posts of which a copy's outcome is unknown. */
  unknown: ReadonlySet<string>;
}

/** @param years civil years, without repetition */
export async function loadPlan(payload: Payload, years: readonly number[]): Promise<Plan> {
  const [occasions, accounts, workdays, daily, known] = await Promise.all([
    contentOf(payload).occasions(),
    contentOf(payload).channels(),
    contentOf(payload).workdays(),
    loadDailyCampaign(payload, years),
    Promise.all(
      years.map(async (year) => {
        const days = await loadYear(payload, year);
        return { days, campaigns: await loadCampaigns(payload, year, days) };
      }),
    ),
  ]);
  const days = known.flatMap((one) => one.days);
  const campaigns = [...known.flatMap((one) => one.campaigns), ...(daily ? [daily] : [])];
  const copies = await copiesOf(
    payload,
    campaigns.flatMap(({ posts }) => posts.map(({ id }) => id)),
  );
  const showings = await storyShowings(
    payload,
    campaigns.flatMap(({ posts }) => posts.flatMap(({ storyId }) => storyId ?? [])),
  );
  const posts = campaigns.flatMap(({ id, posts: own, title }) =>
    own.map((post): DatedPost => {
      const mine = copies.get(post.id) ?? [];
      const shown = showings.get(post.storyId ?? '');
      return {
        id: post.id,
        title: post.title,
        // Each stands for itself: two of them within an hour are told of like two campaigns.
        campaignId: id === dailyId ? post.id : id,
        campaignTitle: title,
        channels: post.channels,
        at: post.at,
        festive: post.festive,
        ...(shown ? { shown } : {}),
        done: channelsWhere(mine, isSettled),
        out: channelsWhere(mine, mayBeOutThere),
      };
    }),
  );
  return {
    occasions,
    days,
    campaigns,
    posts,
    waiting: waitingPosts(known, posts),
    quietDays: quietDays(days),
    quotas: accounts.map(({ id, name, quota }) => ({ channel: id, name, rules: quota ?? [] })),
    pressHours: new Map(accounts.flatMap((account) => ('deadline' in account ? [[account.id, account]] : []))),
    workdays,
    unknown: new Set([...copies].filter(([, all]) => all.some(({ state }) => state === 'unknown')).map(([id]) => id)),
  };
}

interface Copy {
  channel: string;
  state: DeliveryState;
  superseded: boolean;
}
const channelsWhere = (copies: readonly Copy[], test: (copy: Copy) => boolean) =>
  new Set(copies.filter(test).map(({ channel }) => channel));

async function copiesOf(payload: Payload, postIds: readonly string[]): Promise<Map<string, Copy[]>> {
  const found = new Map<string, Copy[]>();
  for (const some of inChunks(postIds)) {
    const { docs } = await payload.find({
      collection: 'deliveries',
      where: { postId: { in: some } },
      pagination: false,
      depth: 0,
      select: { postId: true, channel: true, state: true, progress: true },
    });
    for (const { postId, channel, state, progress } of docs) {
      found.set(postId, [...(found.get(postId) ?? []), { channel, state, superseded: marksOf(progress).superseded }]);
    }
  }
  return found;
}

function waitingPosts(
  years: readonly { campaigns: readonly YearCampaign[]; days: readonly OccasionDay[] }[],
  dated: readonly DatedPost[],
): WaitingPosts {
  const over = new Set(
    dated.filter(({ channels, done }) => channels.every((channel) => done.has(channel))).map(({ id }) => id),
  );
  const waiting = new Map<string, Date[]>();
  for (const { campaigns, days } of years) {
    const open = new Set(days.filter(({ state }) => state === 'proposed').map(({ slug }) => slug));
    for (const { occasion, posts, year } of campaigns.filter((campaign) => open.has(campaign.occasion))) {
      const key = waitingKey(occasion, year);
      waiting.set(key, [...(waiting.get(key) ?? []), ...posts.filter(({ id }) => !over.has(id)).map(({ at }) => at)]);
    }
  }
  return waiting;
}
