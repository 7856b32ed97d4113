import { expect, test } from 'vitest';
import type { DeliveryState } from '../ports/delivery.ts';
import { channelLines } from './goals.ts';
import { countOf, onTimeShare, outcomesOf, type PlannedPush } from './results.ts';

const at = (time: string) => new Date(`2026-06-14T${time}:00+08:00`);
const now = at('12:00');
const push = (postId: string, time = '09:00', channel = 'wechat'): PlannedPush => ({
  postId,
  label: '当天',
  title: null,
  channel,
  plannedAt: at(time),
});
const copy = (postId: string, state: DeliveryState, sent: string | null = null, channel = 'wechat') => ({
  postId,
  channel,
  state,
  plannedAt: at('09:00'),
  sentAt: sent ? at(sent) : null,
  note: null,
});
const resultOf = (...copies: ReturnType<typeof copy>[]) => outcomesOf([push('p')], copies, now)[0]?.result;

test.each<[string, Parameters<typeof copy>[]]>([
  ['on-time', [['p', 'confirmed', '09:10']]],
  ['late', [['p', 'confirmed', '09:11']]],
  ['withdrawn', [['p', 'withdrawn', '09:00']]],
  ['skipped', [['p', 'withdrawn']]],
  ['failed', [['p', 'refused']]],
  ['failed', [['p', 'dead']]],
  ['unknown', [['p', 'unknown']]],
  ['waiting', [['p', 'pending']]],
  // A refused release that was mended and sent again counts once, as sent.
  [
    'on-time',
    [
      ['p', 'refused'],
      ['p', 'confirmed', '09:05'],
    ],
  ],
  [
    'on-time',
    [
      ['p', 'withdrawn', '09:00'],
      ['p', 'confirmed', '09:05'],
    ],
  ],
  [
    'withdrawn',
    [
      ['p', 'withdrawn', '09:00'],
      ['p', 'withdrawn'],
    ],
  ],
  [
    'waiting',
    [
      ['p', 'pending'],
      ['p', 'refused'],
    ],
  ],
  ['absent', [['p', 'confirmed', '09:00', 'weibo']]],
])('%s', (result, copies) => {
  expect(resultOf(...copies.map((args) => copy(...args)))).toBe(result);
});

test('without a copy, a push to come waits and a past one is absent', () => {
  expect(
    outcomesOf([push('b', '13:00'), push('a', '11:00')], [], now).map(({ postId, result }) => [postId, result]),
  ).toEqual([
    ['a', 'absent'],
    ['b', 'waiting'],
  ]);
});

test('the share on time is of what is out; nothing out, no share', () => {
  const counts = countOf(
    outcomesOf(
      [push('a'), push('b'), push('c'), push('d')],
      [copy('a', 'confirmed', '09:01'), copy('b', 'sent', '11:00'), copy('c', 'withdrawn', '09:00'), copy('d', 'dead')],
      now,
    ),
  );
  expect(counts).toMatchObject({ planned: 4, out: 3, onTime: 1, withdrawn: 1, failed: 1 });
  expect(onTimeShare(counts)).toBe(0.5);
  expect(onTimeShare(countOf([]))).toBeNull();
});

test('goals stand beside what was planned and done, channel by channel', () => {
  const outcomes = outcomesOf([push('a'), push('a', '09:00', 'gone')], [copy('a', 'confirmed', '09:00')], now);
  const lines = channelLines(
    [
      { channel: 'weibo', posts: 2 },
      { channel: 'wechat', posts: 1 },
      { channel: 'wechat', posts: 2 },
    ],
    outcomes,
    new Map([
      ['wechat', '公众号'],
      ['weibo', '微博'],
      ['press', '报纸'],
    ]),
  );
  expect(lines.map(({ name, goal, counts }) => [name, goal, counts.planned, counts.out])).toEqual([
    ['公众号', 3, 1, 1],
    ['微博', 2, 0, 0],
    ['gone', null, 1, 0],
  ]);
});
