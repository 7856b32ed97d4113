import { expect, test } from 'vitest';
import { plan } from '../../planner/plan.ts';
import { sampleCampaign, samplePost } from '../../planner/testing/fixtures.ts';
import { applyPlan } from './plan/apply-plan.ts';
import { byHand } from '../hands/by-hand.ts';
import { bench } from '../testing/bench.ts';

test('a refused copy whose story has been mended and signed again goes out as the new version, and only once a person says so', async () => {
  let live = 'r1';
  const { clock, first, platform, store, worker } = await bench({
    fates: ['refused'],
    isLive: async (id) => id === live,
  });
  await worker.runDue();
  const refused = await first();
  expect(refused.state).toBe('refused');
  const post = samplePost({
    id: refused.postId,
    channels: [refused.channel],
    when: { at: refused.plannedAt.toISOString() },
  });
  const tick = async () => {
    const deliveries = await store.list({});
    const campaigns = [sampleCampaign({ id: refused.campaignId, posts: [post] })];
    await applyPlan({
      plan: plan({
        campaigns,
        releases: new Map([[post.storyId, { id: live, version: 2 }]]),
        deliveries,
        now: clock.now(),
        quietDays: new Set(),
      }),
      store,
      clock,
    });
    await worker.runDue();
  };
  live = 'r2';
  for (let i = 0; i < 3; i += 1) await tick();
  expect(await store.list({})).toHaveLength(1);

  expect(await byHand(store, clock, refused.id, 'resume', { by: '示例终审' })).toBe('done');
  for (let i = 0; i < 3; i += 1) await tick();
  const copies = await store.list({});
  expect(copies.map(({ releaseId, state }) => [releaseId, state]).sort()).toEqual([
    ['r1', 'skipped'],
    ['r2', 'confirmed'],
  ]);
  expect(platform.posted.get(refused.id) ?? 0).toBe(0);
});
