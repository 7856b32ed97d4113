import { addDays, civilDay, instantOf } from '../../../campaigns/calendar/civil-day.ts';
import { loadOccasions } from '../../../campaigns/calendar/load-occasions.ts';
import {
  needsNotice,
  occasionDays,
  type OccasionDay,
  type OccasionNotice,
} from '../../../campaigns/calendar/occasion-days.ts';
import type { Occasion } from '../../../campaigns/calendar/occasion-schema.ts';
import { ruleDays } from '../../../campaigns/calendar/rule-days.ts';
import { applyPlan } from '../../../campaigns/outbox/engine/plan/apply-plan.ts';
import { createManualClock } from '../../../campaigns/outbox/engine/manual-clock.ts';
import { createMemoryStore } from '../../../campaigns/outbox/journal/memory-store.ts';
import { simulate } from '../../../campaigns/outbox/engine/simulate.ts';
import { release, seeded } from '../../../campaigns/outbox/testing/fixtures.ts';
import { createToyChannel, createToyPlatform } from '../../../campaigns/outbox/testing/toy-channel.ts';
import { createWorker } from '../../../campaigns/outbox/engine/worker.ts';
import type { PlannedCampaign } from '../../../campaigns/planner/campaign.ts';
import { plan } from '../../../campaigns/planner/plan.ts';
import { quietDays } from '../../../campaigns/planner/quiet-days.ts';
import { deliveriesFor, pendingOf, postsInWindow } from '../../../campaigns/planner/window.ts';
import type { Delivery } from '../../../campaigns/ports/delivery.ts';
import { oracle } from './oracle.ts';

/** What goes out for each occasion: a week before, on the day, and at the end. */
const pattern = [
  { slug: 'before', anchor: 'start', offsetDays: -7, time: '09:00' },
  { slug: 'day', anchor: 'start', offsetDays: 0, time: '09:00' },
  { slug: 'end', anchor: 'end', offsetDays: 0, time: '18:00' },
] as const;

export interface Dated {
  slug: string;
  year: number;
  /** By the calendar of this project, and by the oracle. */
  ours: string;
  theirs: string;
}

/** Every occasion of every year, dated twice. Those that only a notice can date are left out. */
export function datedTwice(occasions: readonly Occasion[], years: readonly number[]): Dated[] {
  return occasions.flatMap(({ slug, rule }) =>
    years.flatMap((year) => {
      const [ours, theirs] = [ruleDays(rule, year), oracle(rule, year)];
      return ours || theirs
        ? [{ slug, year, ours: ours ? `${ours.start}/${ours.end}` : '无', theirs: theirs?.join('/') ?? '无' }]
        : [];
    }),
  );
}

export interface Decade {
  occasions: number;
  campaigns: number;
  deliveries: Delivery[];
  /** When each must go out, by post id, worked out from the oracle's dates. */
  expected: Map<string, Date>;
  /** Copies by delivery id that the in-memory channel holds. */
  posted: ReadonlyMap<string, number>;
}

/** Notices as staff would register them: on the proposed dates. */
const noticesFor = (occasions: readonly Occasion[], years: readonly number[]): OccasionNotice[] =>
  occasions.filter(needsNotice).flatMap((o) =>
    years.flatMap((year) => {
      const span = oracle(o.rule, year);
      return span ? [{ slug: o.slug, year, start: span[0], end: span[1], docNo: '示例〔通知〕' }] : [];
    }),
  );

/** The real planner and outbox through all of `years`, with a channel in memory that answers at once. */
export async function runDecade(years: readonly number[]): Promise<Decade> {
  const occasions = (await loadOccasions(process.cwd())).filter((o) => o.rule.kind !== 'year-round');
  const notices = noticesFor(occasions, years);
  const days = new Map(years.map((year) => [year, occasionDays(occasions, year, notices)]));
  const campaigns = years.flatMap((year) => (days.get(year) ?? []).map((day) => campaignOf(day, year)));
  const byYear = Map.groupBy(campaigns, (c) => c.year);
  const releases = new Map(campaigns.flatMap((c) => c.posts).map((p) => [p.storyId, { id: p.storyId, version: 1 }]));
  const quiet = quietDays([...days.values()].flat());

  const [first = 2026] = years;
  const clock = createManualClock(instantOf(`${first - 1}-12-01`));
  const store = createMemoryStore();
  const platform = createToyPlatform();
  const worker = createWorker({
    store,
    clock,
    channels: new Map([['toy', createToyChannel(platform)]]),
    releases: async (id) => release(id),
    isLive: async () => true,
    random: seeded(1),
    linkFor: (d) => `https://example.com/s/1?d=${d.id}`,
    every: () => () => undefined,
  });
  // As `readPlannerInput` does: the years around now, what is pending, what lies in the window.
  const planTick = async (now: Date) => {
    const window = { now, lookbackDays: 20, horizonDays: 40 };
    const years = new Set([-60, 60].map((n) => Number(addDays(civilDay(now), n).slice(0, 4))));
    const near = [...years].flatMap((year) => byYear.get(year) ?? []);
    const deliveries = await deliveriesFor(store, await pendingOf(store), postsInWindow(near, window));
    await applyPlan({
      plan: plan({ campaigns: near, releases, deliveries, quietDays: quiet, ...window }),
      store,
      clock,
    });
  };
  await simulate({
    from: clock.now(),
    to: instantOf(`${(years.at(-1) ?? first) + 1}-02-01`),
    planTick,
    worker,
    store,
    clock,
  });
  return {
    occasions: new Set(campaigns.map((c) => c.slug)).size,
    campaigns: campaigns.length,
    deliveries: await store.list({}),
    expected: expectedPosts(occasions, years),
    posted: platform.posted,
  };
}

const postId = (slug: string, year: number, post: string) => `${slug}/${year}/${post}`;

function campaignOf({ slug, start, end, state }: OccasionDay, year: number): PlannedCampaign {
  return {
    id: `${slug}/${year}`,
    slug,
    year,
    state: 'confirmed',
    occasion: { start, end, state },
    posts: pattern.map(({ slug: post, ...when }) => ({
      id: postId(slug, year, post),
      slug: post,
      storyId: postId(slug, year, post),
      channels: ['toy'],
      when,
      misfire: 'skip',
      misfireWindow: 0,
    })),
  };
}

function expectedPosts(occasions: readonly Occasion[], years: readonly number[]): Map<string, Date> {
  const expected = new Map<string, Date>();
  for (const { slug, rule, span, since = 0 } of occasions) {
    for (const year of years.filter((y) => y >= since)) {
      const own = oracle(rule, year);
      if (!own) continue;
      const arranged = span?.arranged?.find((a) => a.year === year);
      const [start, end] = arranged
        ? [arranged.start, arranged.end]
        : span
          ? [addDays(own[0], -span.before), addDays(own[1], span.after)]
          : own;
      for (const { slug: post, anchor, offsetDays, time } of pattern) {
        const day = Date.parse(`${anchor === 'start' ? start : end}T${time}:00+08:00`) + offsetDays * 86_400_000;
        expected.set(postId(slug, year, post), new Date(day));
      }
    }
  }
  return expected;
}
