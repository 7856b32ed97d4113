import { expect, it } from 'vitest';
import { dailyCampaign, dailyId } from './daily.ts';
import { plan, type PlanInput } from './plan.ts';
import { sampleDelivery, samplePost } from './testing/fixtures.ts';
import { unsignedPosts } from './unsigned.ts';

const post = (over = {}) =>
  samplePost({ when: { at: '2026-06-16T09:00:00+08:00' }, channels: ['weibo'], waits: null, ...over });
const input = (over: Partial<PlanInput> = {}): PlanInput => ({
  campaigns: [dailyCampaign([post()], 2026)],
  releases: new Map([['s1', { id: 'r1', version: 1 }]]),
  deliveries: [],
  quietDays: new Set(),
  now: new Date('2026-06-15T09:00:00+08:00'),
  ...over,
});
const waits = '还没有第二人确认：确认以后才会发出。';
const waiting = (over: Partial<PlanInput> = {}) =>
  input({ campaigns: [dailyCampaign([post({ waits })], 2026)], ...over });
const pending = () =>
  sampleDelivery({ channel: 'weibo', campaignId: dailyId, plannedAt: new Date('2026-06-16T01:00:00Z') });

it('a confirmed one asks for one copy a channel, at its own minute', () => {
  expect(plan(input()).create).toMatchObject([
    {
      campaignId: dailyId,
      postId: 'p1',
      channel: 'weibo',
      releaseId: 'r1',
      plannedAt: new Date('2026-06-16T01:00:00Z'),
    },
  ]);
});

it('while nobody has confirmed it nothing is made, what waits to go out is taken out, and the reason stands', () => {
  const planned = plan(waiting({ deliveries: [pending()] }));
  expect(planned).toMatchObject({ create: [], supersede: [{ deliveryId: pending().id, reason: waits }] });
  expect(planned.gaps).toMatchObject([{ postId: 'p1', reason: waits }]);
});

it('confirmed again it is put back into the queue, never made twice', () => {
  const out = { ...pending(), state: 'skipped' as const, superseded: true };
  expect(plan(input({ deliveries: [out] }))).toMatchObject({ create: [], rearm: [{ deliveryId: out.id }] });
});

it('what has gone out is not touched by a confirmation that is asked for anew', () => {
  const sent = { ...pending(), state: 'confirmed' as const };
  expect(plan(waiting({ deliveries: [sent] }))).toMatchObject({ create: [], supersede: [], gaps: [] });
});

it('that its story is gone is said before that nobody has confirmed it', () => {
  expect(plan(waiting({ releases: new Map() })).gaps[0]?.reason).toContain('没有在用的签发稿');
});

it('nearing its minute it is among those that will not go out, with what it waits for', () => {
  const [from, to] = [new Date('2026-06-15T00:00:00Z'), new Date('2026-06-17T00:00:00Z')];
  const found = (of: PlanInput) => unsignedPosts(of, from, to).map((row) => [row.postId, row.waits, row.confirmed]);
  expect(found(waiting())).toEqual([['p1', true, true]]);
  expect(found(waiting({ releases: new Map() }))).toEqual([['p1', false, true]]);
  expect(found(input())).toEqual([]);
});
