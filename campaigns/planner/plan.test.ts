import { describe, expect, it } from 'vitest';
import { deliveryStates } from '../ports/delivery.ts';
import { plan, type PlanInput } from './plan.ts';
import { apply, isDone } from './testing/apply.ts';
import { sampleCampaign, sampleDelivery, samplePost } from './testing/fixtures.ts';

const releases = (id = 'r1', version = 1) => new Map([['s1', { id, version }]]);
const run = (over: Partial<PlanInput> = {}) =>
  plan({
    campaigns: [sampleCampaign()],
    releases: releases(),
    deliveries: [],
    now: new Date('2026-06-01T00:00:00Z'),
    quietDays: new Set(),
    ...over,
  });
const nothing = { create: [], supersede: [], rearm: [], replan: [], gaps: [], overbooked: [] };

describe('what is missing', () => {
  it('is created once per channel', () => {
    const post = samplePost({ channels: ['wechat', 'weibo', 'wechat'] });
    const { create, ...rest } = run({ campaigns: [sampleCampaign({ posts: [post] })] });
    expect(create).toEqual(
      ['wechat', 'weibo'].map((channel) => ({
        campaignId: 'c1',
        postId: 'p1',
        channel,
        releaseId: 'r1',
        plannedAt: new Date('2026-06-07T01:00:00Z'),
        misfire: 'late',
        misfireWindow: 120,
      })),
    );
    expect({ ...rest, create: [] }).toEqual(nothing);
  });

  it('is nothing when it exists already', () => {
    expect(run({ deliveries: [sampleDelivery()] })).toEqual(nothing);
  });

  it('is not created beyond the lookback and the horizon', () => {
    expect(run({ now: new Date('2026-07-07T01:00:00Z') }).create).toHaveLength(1);
    expect(run({ now: new Date('2026-07-07T01:00:01Z') })).toEqual(nothing);
    expect(run({ now: new Date('2025-05-03T01:00:00Z') }).create).toHaveLength(1);
    expect(run({ now: new Date('2025-05-03T00:59:59Z') })).toEqual(nothing);
    expect(run({ now: new Date('2026-06-10T00:00:00Z'), lookbackDays: 1 })).toEqual(nothing);
  });
});

describe('what may not go out', () => {
  it('says nothing about a draft', () => {
    expect(run({ campaigns: [sampleCampaign({ state: 'draft' })] })).toEqual(nothing);
  });

  it.each([
    [
      'an occasion without its notice',
      {
        campaigns: [
          sampleCampaign({ occasion: { start: '2026-06-14', end: '2026-06-14', state: 'proposed' as const } }),
        ],
      },
      '节点日期待确认',
    ],
    ['a story that nobody has signed', { releases: new Map() }, '签发'],
    [
      'a festive post on a quiet day',
      { campaigns: [sampleCampaign({ posts: [samplePost({ festive: true })] })], quietDays: new Set(['2026-06-07']) },
      '静默日',
    ],
    [
      'a festive campaign on a quiet day',
      { campaigns: [sampleCampaign({ festive: true })], quietDays: new Set(['2026-06-07']) },
      '静默日',
    ],
    [
      'a time that cannot be read',
      { campaigns: [sampleCampaign({ posts: [samplePost({ when: { at: '明天' } })] })] },
      '发布时间“明天”不对',
    ],
  ])('tells the gap: %s', (_, over, reason) => {
    const { create, supersede, gaps } = run(over);
    expect([create, supersede]).toEqual([[], []]);
    expect(gaps).toMatchObject([{ postId: 'p1', channel: 'wechat', reason: expect.stringContaining(reason) }]);
    // And what was already queued is taken out.
    expect(run({ ...over, deliveries: [sampleDelivery()] }).supersede).toMatchObject([
      { reason: expect.stringContaining(reason) },
    ]);
  });

  it('lets plain posts pass on a quiet day, and festive ones on others', () => {
    expect(run({ quietDays: new Set(['2026-06-07']) }).create).toHaveLength(1);
    const festive = [sampleCampaign({ festive: true })];
    expect(run({ campaigns: festive, quietDays: new Set(['2026-06-06', '2026-06-08']) }).create).toHaveLength(1);
  });

  it('takes the quiet day by China’s clock', () => {
    const posts = [samplePost({ festive: true, when: { at: '2026-12-12T16:30:00Z' } })];
    expect(run({ campaigns: [sampleCampaign({ posts })], quietDays: new Set(['2026-12-13']) }).gaps).toHaveLength(1);
  });

  it('does not let one bad post stop another', () => {
    const posts = [samplePost({ id: 'bad', when: { anchor: 'start', offsetDays: 0, time: '9点' } }), samplePost()];
    expect(run({ campaigns: [sampleCampaign({ posts })] }).create).toMatchObject([{ postId: 'p1' }]);
  });
});

describe('what has changed', () => {
  it('moves a pending delivery with its occasion', () => {
    const campaigns = [sampleCampaign({ occasion: { start: '2026-06-15', end: '2026-06-15', state: 'confirmed' } })];
    const delivery = sampleDelivery();
    const result = run({ campaigns, deliveries: [delivery] });
    expect(result).toEqual({
      ...nothing,
      replan: [
        { deliveryId: delivery.id, plannedAt: new Date('2026-06-08T01:00:00Z'), misfire: 'late', misfireWindow: 120 },
      ],
    });
  });

  it('first takes the old release out, and only then plans the new one', () => {
    const old = sampleDelivery();
    const first = run({ releases: releases('r2', 2), deliveries: [old] });
    expect(first).toEqual({
      ...nothing,
      supersede: [{ deliveryId: old.id, reason: expect.stringContaining('更新的签发稿') }],
    });
    const second = run({ releases: releases('r2', 2), deliveries: apply(first, [old]) });
    expect(second).toMatchObject({ create: [{ releaseId: 'r2' }], supersede: [] });
    expect(isDone(run({ releases: releases('r2', 2), deliveries: apply(second, apply(first, [old])) }))).toBe(true);
  });

  it('keeps the old one when a worker was faster', () => {
    const claimed = sampleDelivery({ state: 'claimed' });
    expect(run({ releases: releases('r2', 2), deliveries: [claimed] })).toEqual(nothing);
  });

  it.each([
    ['the post', [sampleCampaign({ posts: [] })]],
    ['the channel', [sampleCampaign({ posts: [samplePost({ channels: ['weibo'] })] })]],
    ['the campaign', []],
    ['the confirmation', [sampleCampaign({ state: 'draft' })]],
  ])('takes out what lost %s', (_, campaigns) => {
    expect(run({ campaigns, deliveries: [sampleDelivery()] }).supersede).toMatchObject([
      { deliveryId: sampleDelivery().id },
    ]);
  });

  it.each([
    ['misfire', { misfire: 'ask' as const }],
    ['misfireWindow', { misfireWindow: 7 }],
  ])('brings a changed %s to a pending delivery', (_, change) => {
    const delivery = sampleDelivery();
    const result = run({ campaigns: [sampleCampaign({ posts: [samplePost(change)] })], deliveries: [delivery] });
    const { plannedAt, misfire, misfireWindow } = { ...delivery, ...change };
    expect(result).toEqual({ ...nothing, replan: [{ deliveryId: delivery.id, plannedAt, misfire, misfireWindow }] });
    expect(
      isDone(
        run({ campaigns: [sampleCampaign({ posts: [samplePost(change)] })], deliveries: apply(result, [delivery]) }),
      ),
    ).toBe(true);
  });

  it('puts a release back that was taken out, with what its post says now', () => {
    const out = sampleDelivery({ state: 'skipped', superseded: true });
    const campaigns = [sampleCampaign({ posts: [samplePost({ misfireWindow: 7 })] })];
    const result = run({ campaigns, deliveries: [out] });
    expect(result).toEqual({
      ...nothing,
      rearm: [{ deliveryId: out.id, plannedAt: out.plannedAt, misfire: 'late', misfireWindow: 7 }],
    });
    expect(isDone(run({ campaigns, deliveries: apply(result, [out]) }))).toBe(true);
    expect(run({ deliveries: [out], releases: releases('r2', 2) })).toMatchObject({
      create: [{ releaseId: 'r2' }],
      rearm: [],
    });
    expect(run({ deliveries: [out], now: new Date('2026-08-01T00:00:00Z') })).toEqual(nothing);
  });

  it('closes no gap when a confirmation is taken back and given again', () => {
    const draft = [sampleCampaign({ state: 'draft' })];
    const first = sampleDelivery();
    const without = apply(run({ campaigns: draft, deliveries: [first] }), [first]);
    expect(without).toMatchObject([{ state: 'skipped' }]);
    const again = run({ deliveries: without });
    expect(again).toMatchObject({ create: [], gaps: [], rearm: [{ deliveryId: first.id }] });
    expect(apply(again, without)).toMatchObject([{ state: 'pending', nextAt: first.plannedAt, progress: {} }]);
  });

  it('keeps one of two that raced', () => {
    const [old, current] = [sampleDelivery(), sampleDelivery({ releaseId: 'r2' })];
    expect(run({ releases: releases('r2', 2), deliveries: [old, current] })).toMatchObject({
      create: [],
      supersede: [{ deliveryId: old.id }],
    });
  });
});

describe('never twice', () => {
  const settled = deliveryStates.filter((state) => state !== 'pending');

  it.each(settled)('plans nothing new after “%s”, not even for a newer release', (state) => {
    const done = sampleDelivery({ state });
    for (const live of [releases(), releases('r2', 2)])
      expect(run({ deliveries: [done], releases: live })).toEqual(nothing);
  });

  it.each(settled)('takes out a rival that is still pending after “%s”', (state) => {
    const rival = sampleDelivery({ releaseId: 'r2' });
    const result = run({ deliveries: [sampleDelivery({ state }), rival], releases: releases('r2', 2) });
    expect(result).toMatchObject({ create: [], supersede: [{ deliveryId: rival.id }] });
  });

  it('tells a supersede from a missed minute', () => {
    const live = releases('r2', 2);
    expect(
      run({ deliveries: [sampleDelivery({ state: 'skipped', superseded: true })], releases: live }).create,
    ).toHaveLength(1);
    expect(run({ deliveries: [sampleDelivery({ state: 'skipped' })], releases: live }).create).toHaveLength(0);
  });

  it('keeps the channels of a post apart', () => {
    const campaigns = [sampleCampaign({ posts: [samplePost({ channels: ['wechat', 'weibo'] })] })];
    expect(run({ campaigns, deliveries: [sampleDelivery({ state: 'confirmed' })] }).create).toMatchObject([
      { channel: 'weibo' },
    ]);
  });
});
