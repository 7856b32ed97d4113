import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/civil-day.ts';
import { createRandom, type Random } from '../calendar/testing/random.ts';
import { deliveryStates, misfirePolicies, type Delivery } from '../ports/delivery.ts';
import type { PlannedCampaign, PlannedPost } from './campaign.ts';
import { plan, type Plan, type PlanInput } from './plan.ts';
import { deliveriesFor, pendingOf, postsInWindow, type DeliveryLists } from './window.ts';
import { slotKey, type LiveRelease } from './slot.ts';
import { apply, isDone } from './testing/apply.ts';

const channels = ['wechat', 'weibo', 'press'];
const stories = ['s1', 's2', 's3', 's4'];

const randomPost = (random: Random, id: string): PlannedPost => ({
  id,
  slug: id,
  storyId: random.pick(stories),
  channels: channels.filter(() => random.chance(0.6)),
  when: random.chance(0.2)
    ? { at: random.pick(['2026-06-14T09:00:00+08:00', '2026-09-18T01:00:00Z', '不对']) }
    : {
        anchor: random.pick(['start', 'end'] as const),
        offsetDays: random.int(-14, 14),
        time: random.pick(['00:00', '09:00', '23:59']),
      },
  misfire: random.pick(misfirePolicies),
  misfireWindow: random.int(0, 600),
  festive: random.chance(0.3),
});

function randomCampaign(random: Random, id: string): PlannedCampaign {
  const start = addDays('2026-06-14', random.int(-60, 60));
  return {
    id,
    slug: id,
    year: 2026,
    state: random.pick(['draft', 'confirmed', 'confirmed', 'confirmed'] as const),
    occasion: {
      start,
      end: addDays(start, random.int(0, 30)),
      state: random.pick(['proposed', 'confirmed', 'confirmed'] as const),
    },
    posts: Array.from({ length: random.int(0, 4) }, (_, i) => randomPost(random, `${id}-p${i}`)),
  };
}

function randomReleases(random: Random): Map<string, LiveRelease> {
  const live = stories.filter(() => random.chance(0.75));
  return new Map(
    live.map((story) => {
      const version = random.int(1, 3);
      return [story, { id: `${story}-r${version}`, version }];
    }),
  );
}

const randomInput = (random: Random): Omit<PlanInput, 'deliveries'> => ({
  campaigns: Array.from({ length: random.int(1, 4) }, (_, i) => randomCampaign(random, `c${i}`)),
  releases: randomReleases(random),
  lookbackDays: random.int(0, 40),
  horizonDays: random.int(0, 60),
  now: new Date(Date.UTC(2026, 5, 14) + random.int(-80, 80) * 86_400_000),
  quotas,
  quietDays: new Set(Array.from({ length: 10 }, () => addDays('2026-06-14', random.int(-60, 60)))),
});

/** What workers, platforms and people do between two plans. */
const quotas = channels.map((channel) => ({
  channel,
  name: channel,
  rules: [
    { per: 'hour' as const, limit: 1 },
    { per: 'day' as const, limit: 2 },
    { per: 'month' as const, limit: 3 },
  ],
}));

/** The same plan from what `deliveriesFor` picks out of a store of all years. */
async function checkPicked(input: PlanInput, result: Plan): Promise<void> {
  const store: DeliveryLists = {
    list: async ({ states, postIds }) =>
      input.deliveries.filter((d) => (!states || d.state === 'pending') && (!postIds || postIds.includes(d.postId))),
  };
  const picked = await deliveriesFor(store, await pendingOf(store), postsInWindow(input.campaigns, input));
  const sorted = (plan: Plan) => ({
    ...plan,
    supersede: plan.supersede.toSorted((a, b) => (a.deliveryId < b.deliveryId ? -1 : 1)),
  });
  expect(sorted(plan({ ...input, deliveries: picked }))).toEqual(sorted(result));
  for (const d of input.deliveries) if (d.state === 'pending') expect(picked).toContainEqual(d);
}

const interfere = (random: Random, deliveries: readonly Delivery[]): Delivery[] =>
  deliveries.map((delivery) =>
    delivery.state === 'pending' && random.chance(0.25)
      ? { ...delivery, state: random.pick(deliveryStates) }
      : delivery,
  );

const left = (delivery: Delivery) => delivery.state !== 'pending' && !delivery.superseded;

function checkPlan(input: PlanInput, result: Plan): void {
  const byId = new Map(input.deliveries.map((delivery) => [delivery.id, delivery]));
  const superseded = new Set(result.supersede.map(({ deliveryId }) => deliveryId));
  expect(superseded.size).toBe(result.supersede.length);
  for (const id of superseded) expect(byId.get(id)?.state).toBe('pending');
  for (const { deliveryId } of result.replan) {
    expect(byId.get(deliveryId)?.state).toBe('pending');
    expect(superseded.has(deliveryId)).toBe(false);
  }
  for (const { deliveryId } of result.rearm) {
    expect(byId.get(deliveryId)).toMatchObject({ state: 'skipped', superseded: true });
  }
  const busy = new Set(input.deliveries.filter((d) => d.state === 'pending' || left(d)).map(slotKey));
  const created = [...result.create, ...result.rearm.map(({ deliveryId }) => byId.get(deliveryId)!)].map(slotKey);
  expect(new Set(created).size).toBe(created.length);
  for (const key of created) expect(busy.has(key)).toBe(false);
  for (const { postId, releaseId } of result.create) {
    const campaign = input.campaigns.find(({ posts }) => posts.some(({ id }) => id === postId));
    expect(campaign).toMatchObject({ state: 'confirmed', occasion: { state: 'confirmed' } });
    expect([...input.releases.values()].map(({ id }) => id)).toContain(releaseId);
  }
  for (const gap of result.gaps) expect(gap.reason).toMatch(/。$/);
  for (const over of result.overbooked) {
    expect(over.posts.length).toBeGreaterThan(over.limit);
    expect(new Set(over.posts).size).toBe(over.posts.length);
  }
}

describe('any campaigns at all', () => {
  it.each(Array.from({ length: 120 }, (_, seed) => seed))(
    'settle within two rounds, and nothing goes out twice (seed %i)',
    async (seed) => {
      const random = createRandom(seed);
      let input = randomInput(random);
      let deliveries: Delivery[] = [];
      for (let step = 0; step < 12; step += 1) {
        for (let round = 0; ; round += 1) {
          const result = plan({ ...input, deliveries });
          checkPlan({ ...input, deliveries }, result);
          expect(plan({ ...input, deliveries })).toEqual(result);
          await checkPicked({ ...input, deliveries }, result);
          if (isDone(result)) break;
          expect(round).toBeLessThan(2);
          deliveries = apply(result, deliveries);
        }
        const slots = deliveries.filter((d) => d.state === 'pending' || left(d)).map(slotKey);
        expect(new Set(slots).size).toBe(slots.length);
        deliveries = interfere(random, deliveries);
        if (random.chance(0.7))
          input = random.chance(0.5) ? { ...input, releases: randomReleases(random) } : randomInput(random);
      }
    },
  );

  it('meets every kind of step', () => {
    const totals = { create: 0, supersede: 0, rearm: 0, replan: 0, gaps: 0, overbooked: 0 };
    for (let seed = 0; seed < 60; seed += 1) {
      const random = createRandom(seed);
      let deliveries: Delivery[] = [];
      const input = randomInput(random);
      for (let step = 0; step < 6; step += 1) {
        const moved = input.campaigns.map((c) => ({
          ...c,
          occasion: { ...c.occasion, end: addDays(c.occasion.start, random.int(0, 30)) },
        }));
        const result = plan({
          ...input,
          lookbackDays: 40,
          horizonDays: 400,
          campaigns: moved,
          releases: randomReleases(random),
          deliveries,
        });
        totals.create += result.create.length;
        totals.supersede += result.supersede.length;
        totals.replan += result.replan.length;
        totals.rearm += result.rearm.length;
        totals.overbooked += result.overbooked.length;
        totals.gaps += result.gaps.length;
        deliveries = apply(result, deliveries);
      }
    }
    for (const count of Object.values(totals)) expect(count).toBeGreaterThan(20);
  });
});
