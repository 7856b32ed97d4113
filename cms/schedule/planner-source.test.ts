import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyPlan } from '../../campaigns/outbox/engine/plan/apply-plan.ts';
import { createManualClock } from '../../campaigns/outbox/engine/manual-clock.ts';
import { gather } from '../../campaigns/bulkhead/stuck.ts';
import { plan } from '../../campaigns/planner/plan.ts';
import type { DeliveryStore } from '../../campaigns/ports/delivery-store.ts';
import { draft, newsroom, release } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { createDeliveryStore } from '../store/payload-delivery-store.ts';
import { readPlannerInput } from './planner-source.ts';

let cms: TestCms;
let store: DeliveryStore;
let story: string;
const clock = createManualClock('2031-06-01T09:00:00+08:00');
beforeAll(async () => {
  cms = await testCms();
  store = createDeliveryStore(cms.payload);
  const desk = await newsroom(cms.payload);
  story = (await draft(cms.payload, desk.author)).id;
  await release(cms.payload, story, desk);
});
afterAll(() => cms.close());

const input = () => readPlannerInput(cms.payload, store, clock.now(), { holdStarter: false });
const tick = async () => applyPlan({ plan: plan(await input()), store, clock });

async function campaign(slug: string, year: number, at: string) {
  const { id } = await cms.payload.create({
    collection: 'campaigns',
    data: {
      key: `${year}/${slug}`,
      slug,
      year,
      title: '示例活动',
      theme: '示例',
      standfirst: '示例',
      occasion: 'credit-record-day',
      rehearsal: true,
      state: 'confirmed',
      phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
    },
  });
  const post = await cms.payload.create({
    collection: 'posts',
    data: {
      key: `${id}/day`,
      campaign: id,
      label: '当天',
      slug: 'day',
      story,
      channels: ['weibo'],
      anchor: 'start',
      offsetDays: 0,
      time: '09:00',
      at,
      misfire: 'late',
      misfireWindow: 60,
    },
  });
  return { id, post: post.id };
}

it('reads what is near, whatever its year, and leaves out what is long done', async () => {
  const near = await campaign('near', 2031, '2031-06-14T01:00:00.000Z');
  const fixed = await campaign('fixed', 2020, '2031-06-15T01:00:00.000Z');
  const old = await campaign('old', 2020, '2020-06-14T01:00:00.000Z');
  const found = await input();
  expect(found.campaigns.map((c) => c.id).sort()).toEqual([near.id, fixed.id].sort());
  expect(found.releases.size).toBe(1);
  expect(
    plan(found)
      .create.map((d) => d.postId)
      .sort(),
  ).toEqual([near.post, fixed.post].sort());

  await store.create({
    campaignId: old.id,
    postId: old.post,
    channel: 'weibo',
    releaseId: 'r',
    plannedAt: new Date('2020-06-14T01:00:00Z'),
    misfire: 'late',
    misfireWindow: 60,
  });
  const [row] = await store.list({ campaignId: old.id });
  // While something of it is pending its campaign is known, and nothing is taken for cancelled.
  expect((await input()).campaigns.map((c) => c.id)).toContain(old.id);
  await store.patch(row?.id ?? '', { state: 'confirmed', nextAt: null });
  expect((await input()).deliveries).toEqual([]);
});

it('a confirmation taken back and given again leaves one pending delivery', async () => {
  await tick();
  const [mine] = await store.list({ states: ['pending'] });
  const setState = (state: 'draft' | 'confirmed') =>
    cms.payload.update({ collection: 'campaigns', id: mine?.campaignId ?? '', data: { state } });
  await setState('draft');
  await tick();
  expect(await store.get(mine?.id ?? '')).toMatchObject({ state: 'skipped', superseded: true });
  await setState('confirmed');
  expect((await tick()).rearmed).toBe(1);
  expect(await store.get(mine?.id ?? '')).toMatchObject({ state: 'pending', nextAt: mine?.plannedAt, progress: {} });
  expect(await tick()).toEqual({ created: 0, superseded: 0, rearmed: 0, replanned: 0 });
});

it('a post that waits for its story asks for nothing, even after it had one', async () => {
  const { post } = await campaign('waiting', 2031, '2031-06-16T01:00:00.000Z');
  await tick();
  expect(await store.list({ postIds: [post] })).toMatchObject([{ state: 'pending' }]);
  await cms.payload.update({ collection: 'posts', id: post, data: { story: null } });
  await tick();
  expect(await store.list({ postIds: [post] })).toMatchObject([{ state: 'skipped', superseded: true }]);
  const found = await input();
  expect(found.campaigns.flatMap(({ posts }) => posts).map(({ id }) => id)).not.toContain(post);
  expect(plan(found).gaps.filter(({ postId }) => postId === post)).toEqual([]);
});

it.each([
  ['a note that is none', { media: [1] }],
  ['a number', 5],
  ['half a JSON', '{"half": [1'],
])(
  'a copy that cannot be read may have been sent: its post asks for nothing, every other goes on (%s)',
  async (what, progress) => {
    const slug = what.replaceAll(' ', '-').toLowerCase();
    const sent = await campaign(`sent-${slug}`, 2031, '2031-06-17T01:00:00.000Z');
    const other = await campaign(`other-${slug}`, 2031, '2031-06-18T01:00:00.000Z');
    // Of a version before the one that is live: the key of the newer one is free.
    await store.create({
      campaignId: sent.id,
      postId: sent.post,
      channel: 'weibo',
      releaseId: 'earlier',
      plannedAt: new Date('2031-06-17T01:00:00Z'),
      misfire: 'late',
      misfireWindow: 60,
    });
    const [row] = await store.list({ postIds: [sent.post] });
    await store.patch(row?.id ?? '', { state: 'confirmed', nextAt: null });
    await cms.payload.db.updateOne({
      collection: 'deliveries',
      id: row?.id ?? '',
      data: { progress },
      returning: false,
    });
    const { stuck, value } = await gather(input);
    expect(stuck.map(({ item }) => item)).toContain(`delivery ${row?.id}`);
    expect(plan(value).create.map(({ postId }) => postId)).toEqual([other.post]);
    expect(plan(value).gaps.filter(({ postId }) => postId === sent.post)).toEqual([]);
    await tick();
    expect(await cms.payload.count({ collection: 'deliveries', where: { postId: { equals: sent.post } } })).toEqual({
      totalDocs: 1,
    });
  },
);
