import { describe, expect, it } from 'vitest';
import { overbooked, type Booking, type QuotaRule } from './quota.ts';

const at = (text: string, postId = text): Booking => ({ postId, channel: 'weibo', at: new Date(`${text}+08:00`) });
const early = new Date('2026-01-01T00:00:00Z');
const ask = (bookings: Booking[], rule: QuotaRule, now = early) =>
  overbooked(bookings, [{ channel: 'weibo', name: '微博', rules: [rule] }], now);

describe('what is booked beyond a quota', () => {
  it('is told by the day of China’s clock, with all its posts and what to do', () => {
    const rule = { per: 'day' as const, limit: 2 };
    const day = [at('2026-06-14T00:00:00', 'a'), at('2026-06-14T23:59:59', 'c'), at('2026-06-14T07:30:00', 'b')];
    expect(ask(day, rule)).toEqual([
      {
        channel: 'weibo',
        per: 'day',
        period: '2026-06-14',
        limit: 2,
        posts: ['a', 'b', 'c'],
        message: '微博在 2026-06-14 排了 3 条，平台只收 2 条：请把其中 1 条改到别的日子。',
      },
    ]);
    expect(ask(day.slice(0, 2), rule)).toEqual([]);
    expect(ask([...day.slice(0, 2), at('2026-06-15T00:00:00')], rule)).toEqual([]);
  });

  it('is told by the month', () => {
    const rule = { per: 'month' as const, limit: 4 };
    const month = ['01', '08', '15', '22', '30'].map((day) => at(`2026-06-${day}T09:00:00`));
    expect(ask(month, rule)).toMatchObject([
      { period: '2026-06', message: '微博在 2026 年 6 月排了 5 条，平台只收 4 条：请把其中 1 条改到别的月份。' },
    ]);
    expect(ask([...month.slice(0, 4), at('2026-07-01T00:00:00')], rule)).toEqual([]);
  });

  it('is told by any sixty minutes, not by the hour of the clock', () => {
    const rule = { per: 'hour' as const, limit: 2 };
    const across = [at('2026-06-14T08:50:00'), at('2026-06-14T09:10:00'), at('2026-06-14T09:49:00')];
    expect(ask(across, rule)).toMatchObject([{ period: '2026-06-14 08:50', posts: { length: 3 } }]);
    expect(ask([at('2026-06-14T08:50:00'), at('2026-06-14T09:10:00'), at('2026-06-14T09:50:00')], rule)).toEqual([]);
  });

  it('tells one crowd once', () => {
    const crowd = Array.from({ length: 9 }, (_, i) => at(`2026-06-14T09:0${i}:00`));
    expect(ask(crowd, { per: 'hour', limit: 2 })).toMatchObject([{ posts: { length: 9 } }]);
  });

  it('leaves alone what is over, other channels, and channels without a rule', () => {
    const day = [at('2026-06-14T08:00:00', 'a'), at('2026-06-14T09:00:00', 'b')];
    const rule = { per: 'day' as const, limit: 1 };
    expect(ask(day, rule, new Date('2026-06-14T09:00:00+08:00'))).toHaveLength(1);
    expect(ask(day, rule, new Date('2026-06-14T09:00:01+08:00'))).toEqual([]);
    expect(
      ask(
        day.map((b) => ({ ...b, channel: 'wechat' })),
        rule,
      ),
    ).toEqual([]);
    expect(overbooked(day, [], early)).toEqual([]);
  });
});
