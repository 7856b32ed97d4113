import type { DeliveryRow } from '../../ledger/deliveries.ts';
import type { Alert } from '../queries/alerts.ts';
import type { CalendarPost } from '../queries/calendar.ts';
import type { Task } from '../queries/my-work.ts';

/** Rows as queries hand them to views, for what a view makes of them. */
export const aDelivery = (more: Partial<DeliveryRow> = {}): DeliveryRow => ({
  id: 'd1',
  releaseId: 'r1',
  storyId: 's1',
  campaignId: 'c1',
  channel: 'wechat',
  channelName: '微信公众号',
  title: '秤上的星（示例）',
  state: 'pending',
  plannedAt: new Date('2026-06-14T01:00:00Z'),
  sentAt: null,
  nextAt: null,
  url: null,
  externalId: null,
  attempts: 0,
  note: null,
  superseded: false,
  goneLater: null,
  recall: null,
  recallBy: null,
  recallAt: null,
  recallOrder: null,
  ...more,
});

export const aTask = (more: Partial<Task> = {}): Task => ({
  id: 't1',
  title: '秤上的星（示例）',
  detail: '信用知识',
  href: '/admin/collections/stories/t1',
  button: '初审',
  due: null,
  since: new Date('2026-06-14T01:00:00Z'),
  ...more,
});

export const anAlert = (more: Partial<Alert> = {}): Alert => ({
  id: 'a1',
  shape: 'person',
  word: '等人工',
  what: '停住了。',
  advice: '请处理。',
  button: '去处理',
  href: '/admin/ledger',
  ...more,
});

export const aPost = (more: Partial<CalendarPost> = {}): CalendarPost => ({
  id: 'p1',
  storyId: 's1',
  title: '秤上的星',
  campaignId: 'c1',
  campaign: '关爱日',
  channels: ['wechat'],
  at: new Date('2026-06-14T01:00:00Z'),
  festive: false,
  floating: true,
  hue: '#2f5d8a',
  unknown: false,
  unsigned: null,
  over: false,
  moves: [],
  ...more,
});
