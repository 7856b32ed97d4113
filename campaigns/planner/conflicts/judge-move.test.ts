import { describe, expect, it } from 'vitest';
import { judgeMove, type MoveQuestion } from './judge-move.ts';
import { datedPost } from './testing/dated-post.ts';

const at = (text: string) => new Date(`${text}:00+08:00`);
const phases = [
  { name: '知道', start: '2026-06-07', end: '2026-06-13' },
  { name: '去查', start: '2026-06-14', end: '2026-06-14' },
];
const quotas = [{ channel: 'wechat', name: '微信公众号', rules: [{ per: 'month' as const, limit: 2 }] }];
const judge = (to: string, over: Partial<MoveQuestion> = {}) =>
  judgeMove({
    post: datedPost(),
    to: at(to),
    now: at('2026-06-05T10:00'),
    others: [],
    quotas,
    quietDays: new Set(['2026-06-12']),
    phases,
    ...over,
  });

describe('judgeMove', () => {
  it('allows a day within the phases without a word', () => {
    expect(judge('2026-06-10T15:30')).toEqual({ ok: true, warnings: [] });
  });

  it('warns outside the phases, and allows it', () => {
    expect(judge('2026-06-20T09:00')).toEqual({
      ok: true,
      warnings: ['6月20日不在这个活动的任何一个阶段里（知道 6月7日—6月13日，去查 6月14日—6月14日）。'],
    });
    expect(judge('2026-06-20T09:00', { phases: [] })).toEqual({ ok: true, warnings: [] });
  });

  it.each([
    [
      'what has gone out',
      '2026-06-20T09:00',
      { post: datedPost({ channels: ['wechat', 'weibo'], out: new Set(['wechat']), done: new Set(['wechat']) }) },
      '已经在微信公众号发出',
    ],
    ['what is over', '2026-06-20T09:00', { post: datedPost({ done: new Set(['wechat']) }) }, '已经处理完了'],
    ['no change', '2026-06-14T09:00', {}, '时间没有变'],
    ['the past', '2026-06-05T09:59', {}, '已经过去了'],
    ['festive content on a quiet day', '2026-06-12T09:00', { post: datedPost({ festive: true }) }, '6月12日是静默日'],
  ])('refuses %s in one sentence', (_, to, over, message) => {
    expect(judge(to, over)).toEqual({ ok: false, message: expect.stringContaining(message) });
  });

  it('lets plain content onto a quiet day, and what is done on one channel move on the other', () => {
    expect(judge('2026-06-12T09:00').ok).toBe(true);
    expect(
      judge('2026-06-12T09:00', { post: datedPost({ channels: ['wechat', 'weibo'], done: new Set(['weibo']) }) }).ok,
    ).toBe(true);
  });

  it('refuses a month that is full, not one that it leaves as full as it was', () => {
    const july = ['01', '02'].map((day) => datedPost({ id: `j${day}`, at: at(`2026-07-${day}T09:00`) }));
    expect(judge('2026-07-05T09:00', { others: july })).toEqual({
      ok: false,
      message: '微信公众号在 2026 年 7 月排了 3 条，平台只收 2 条：请把其中 1 条改到别的月份。',
    });
    const june = ['01', '02'].map((day) => datedPost({ id: `j${day}`, at: at(`2026-06-${day}T09:00`) }));
    expect(judge('2026-06-10T09:00', { others: [...june, datedPost()] }).ok).toBe(true);
    expect(judge('2026-07-05T09:00', { others: july.slice(1) }).ok).toBe(true);
    expect(judge('2026-07-05T09:00', { others: july, post: datedPost({ channels: ['weibo'] }) }).ok).toBe(true);
  });
});
