import type { TimeQuestion } from '../judge-time.ts';

/** A story for WeChat on a working Tuesday morning in June, with nothing else planned. */
export const timeQuestion = (over: Partial<TimeQuestion> = {}): TimeQuestion => ({
  channels: ['wechat'],
  festive: false,
  title: '信用报告怎么看（示例）',
  now: new Date('2026-06-16T08:00:00+08:00'),
  others: [],
  quotas: [
    { channel: 'wechat', name: '微信公众号', rules: [{ per: 'day', limit: 1 }] },
    { channel: 'weibo', name: '微博', rules: [{ per: 'hour', limit: 2 }] },
    { channel: 'press', name: '广元日报', rules: [] },
  ],
  quietDays: new Set(),
  pressHours: new Map([['press', { name: '广元日报', deadline: '15:00' }]]),
  workdays: { isWorkday: (day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) },
  ...over,
});
