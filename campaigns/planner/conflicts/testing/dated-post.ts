import type { DatedPost } from '../conflict.ts';

/** A post on WeChat, not out yet, on 2026-06-14 at 09:00 in China. */
export const datedPost = (over: Partial<DatedPost> = {}): DatedPost => ({
  id: 'p1',
  title: '信用报告怎么看（示例）',
  campaignId: 'c1',
  campaignTitle: '信用记录关爱日',
  channels: ['wechat'],
  at: new Date('2026-06-14T01:00:00Z'),
  festive: false,
  done: new Set(),
  out: new Set(),
  ...over,
});
