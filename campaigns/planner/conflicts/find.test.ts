import { describe, expect, it } from 'vitest';
import { occasionSchema } from '../../calendar/occasion-schema.ts';
import { occasionDays, type OccasionNotice } from '../../calendar/occasion-days.ts';
import { findConflicts, type ConflictInput } from './find.ts';
import { datedPost } from './testing/dated-post.ts';

const january = new Date('2026-01-05T01:00:00Z');
const quotas = [
  { channel: 'wechat', name: '微信公众号', rules: [{ per: 'month' as const, limit: 2 }] },
  { channel: 'weibo', name: '微博', rules: [] },
];
const online = occasionSchema.parse({
  slug: 'online-integrity-day',
  name: '网络诚信宣传日',
  rule: { kind: 'annual', default: { kind: 'fixed', month: 7, day: 5 } },
  otherDates: [{ month: 6, day: 12, source: '2015年首次举办' }],
  organiser: '示例',
  ruleText: '每年由通知确定',
  source: '示例',
  edition: '示例',
  confidence: 0.9,
});
const find = (over: Partial<ConflictInput> = {}) =>
  findConflicts({
    posts: [],
    occasions: [],
    days: [],
    waiting: new Map(),
    quietDays: new Set(),
    quotas,
    now: january,
    ...over,
  });
const kinds = (over: Partial<ConflictInput>) => find(over).map(({ kind, postId }) => [kind, postId]);
const at = (text: string) => new Date(`${text}:00+08:00`);

describe('findConflicts', () => {
  it('has nothing to say of a plan without any', () => {
    expect(
      find({
        posts: [
          datedPost({ id: 'a', at: at('2026-06-14T09:00') }),
          datedPost({ id: 'b', at: at('2026-06-14T09:00'), channels: ['weibo'] }),
        ],
      }),
    ).toEqual([]);
  });

  it('sees in January that June holds more than the platform takes, signed or not', () => {
    const posts = ['2026-06-01', '2026-06-14', '2026-06-30'].map((day, i) =>
      datedPost({ id: `p${i}`, at: at(`${day}T09:00`) }),
    );
    expect(find({ posts })).toEqual([
      {
        kind: 'overbooked',
        id: 'overbooked:wechat:month:2026-06',
        day: '2026-06-01',
        postId: 'p2',
        occasion: null,
        message: '微信公众号在 2026 年 6 月排了 3 条，平台只收 2 条：请把其中 1 条改到别的月份。',
      },
    ]);
  });

  it('counts what is out against the quota, and never asks to move it', () => {
    const out = new Set(['wechat']);
    const posts = [
      datedPost({ id: 'early', at: at('2026-01-04T09:00'), out, done: out }),
      datedPost({ id: 'b', at: at('2026-01-06T09:00') }),
      datedPost({ id: 'c', at: at('2026-01-07T09:00'), out, done: out }),
    ];
    expect(kinds({ posts })).toEqual([['overbooked', 'b']]);
    // A refused one takes nothing.
    expect(kinds({ posts: [{ ...posts[0]!, out: new Set() }, posts[1]!, posts[2]!] })).toEqual([]);
  });

  it('tells of festive posts on quiet days by China’s clock, as long as they are to come', () => {
    const quietDays = new Set(['2026-12-13']);
    const posts = [
      datedPost({ id: 'a', at: new Date('2026-12-12T16:30:00Z'), festive: true }),
      datedPost({ id: 'b', at: at('2026-12-13T09:00') }),
      datedPost({ id: 'c', at: at('2026-12-12T23:30'), festive: true }),
    ];
    expect(kinds({ posts, quietDays, quotas: [] })).toEqual([['quiet', 'a']]);
    expect(kinds({ posts, quietDays, quotas: [], now: at('2026-12-13T01:00') })).toEqual([]);
    expect(
      kinds({
        posts: [datedPost({ festive: true, at: at('2026-12-13T09:00'), done: new Set(['wechat']) })],
        quietDays,
      }),
    ).toEqual([]);
  });

  it('tells of two campaigns within one hour of one channel, not of one campaign’s own', () => {
    const first = datedPost({
      id: 'a',
      campaignId: 'x',
      campaignTitle: '关爱日',
      title: '甲',
      at: at('2026-06-14T09:00'),
    });
    const other = (time: string, over = {}) =>
      datedPost({
        id: 'b',
        campaignId: 'y',
        campaignTitle: '安全月',
        title: '乙',
        at: at(`2026-06-14T${time}`),
        ...over,
      });
    expect(find({ posts: [first, other('09:59')] })).toMatchObject([
      {
        kind: 'same-hour',
        postId: 'b',
        message: '6月14日微信公众号一小时内有两个活动：09:00“关爱日”的《甲》和 09:59“安全月”的《乙》。请错开一条。',
      },
    ]);
    expect(kinds({ posts: [first, other('10:00')] })).toEqual([]);
    expect(kinds({ posts: [first, other('09:30', { campaignId: 'x' })] })).toEqual([]);
    expect(kinds({ posts: [first, other('09:30', { channels: ['weibo'] })] })).toEqual([]);
    expect(kinds({ posts: [first, other('09:30', { done: new Set(['wechat']) })] })).toEqual([]);
  });

  it('tells of an occasion that has two dates and of posts that wait for its notice, until the notice is there', () => {
    const days = (notices: OccasionNotice[] = []) => occasionDays([online], 2026, notices);
    const waiting = new Map([[`${online.slug}/2026`, [at('2026-07-05T09:00'), at('2026-06-30T09:00')]]]);
    const found = find({ occasions: [online], days: days(), waiting });
    expect(found.map(({ kind, message, occasion }) => [kind, occasion, message])).toEqual([
      [
        'two-dates',
        online.slug,
        '2026年网络诚信宣传日的日子各处说法不一：现在拟7月5日，另有6月12日（2015年首次举办）。请等当年通知，登记后才算数。',
      ],
      [
        'unconfirmed',
        online.slug,
        '2026年网络诚信宣传日还没有文号，拟7月5日；2条推送在等，6月30日的第一条到时不会发出。',
      ],
    ]);
    expect(find({ occasions: [online], days: days(), waiting: new Map() }).map(({ kind }) => kind)).toEqual([
      'two-dates',
    ]);
    const notice = { slug: online.slug, year: 2026, start: '2026-06-12', end: '2026-06-12', docNo: '示例1号' };
    expect(find({ occasions: [online], days: days([notice]), waiting })).toEqual([]);
  });
});
