import { deliveryKey, type Delivery, type NewDelivery } from '../../ports/delivery.ts';
import type { PlannedCampaign, PlannedPost } from '../campaign.ts';

export const samplePost = (over: Partial<PlannedPost> = {}): PlannedPost => ({
  id: 'p1',
  slug: 'warm-up',
  storyId: 's1',
  channels: ['wechat'],
  when: { anchor: 'start', offsetDays: -7, time: '09:00' },
  misfire: 'late',
  misfireWindow: 120,
  ...over,
});

export const sampleCampaign = (over: Partial<PlannedCampaign> = {}): PlannedCampaign => ({
  id: 'c1',
  slug: 'credit-record-day',
  year: 2026,
  state: 'confirmed',
  occasion: { start: '2026-06-14', end: '2026-06-14', state: 'confirmed' },
  posts: [samplePost()],
  ...over,
});

/** What a store makes of a new delivery. */
export const stored = (delivery: NewDelivery, over: Partial<Delivery> = {}): Delivery => ({
  ...delivery,
  id: `d-${deliveryKey(delivery)}`,
  key: deliveryKey(delivery),
  state: 'pending',
  nextAt: delivery.plannedAt,
  sentAt: null,
  recall: null,
  recallOrder: null,
  recallAt: null,
  recallBy: null,
  externalId: null,
  url: null,
  attempts: 0,
  progress: {},
  superseded: false,
  goneLater: null,
  note: null,
  ...over,
});

export const sampleDelivery = (over: Partial<Delivery> = {}): Delivery =>
  stored(
    {
      campaignId: 'c1',
      postId: over.postId ?? 'p1',
      channel: over.channel ?? 'wechat',
      releaseId: over.releaseId ?? 'r1',
      plannedAt: new Date('2026-06-07T01:00:00Z'),
      misfire: 'late',
      misfireWindow: 120,
    },
    over,
  );
