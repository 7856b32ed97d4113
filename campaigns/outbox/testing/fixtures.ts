import type { NewDelivery } from '../../ports/delivery.ts';
import type { Release } from '../../ports/release.ts';

export const start = new Date('2026-06-14T09:00:00+08:00');
export const later = (ms: number) => new Date(start.getTime() + ms);

export const newDelivery = (given: Partial<NewDelivery> = {}): NewDelivery => ({
  campaignId: 'c1',
  postId: 'p1',
  channel: 'toy',
  releaseId: 'r1',
  plannedAt: start,
  misfire: 'late',
  misfireWindow: 60,
  ...given,
});

export const release = (id: string): Release => ({
  id,
  storyId: 's1',
  serial: 1,
  version: 1,
  hash: 'h',
  kind: 'story',
  column: 'news',
  title: '示例稿',
  summary: '示例',
  author: '示例',
  source: '示例',
  html: '<p>示例</p>',
  text: '示例',
  cover: null,
  images: [],
  signedBy: '示例',
  signedAt: '2026-06-13T09:00:00+08:00',
});

/** Small deterministic random numbers in [0, 1) (mulberry32). */
export function seeded(seed: number): () => number {
  let a = seed + 0x6d2b79f5;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
