import type { DeliveryState } from '../../campaigns/ports/delivery.ts';

/** Shape and word of a state; never colour alone (look.md §8). */
export type Shape = 'done' | 'wait' | 'busy' | 'person' | 'unknown' | 'refused' | 'gone';
export interface StateLook {
  shape: Shape;
  word: string;
}

export const deliveryLooks: Record<DeliveryState, StateLook> = {
  pending: { shape: 'wait', word: '待发' },
  claimed: { shape: 'busy', word: '发送中' },
  sent: { shape: 'busy', word: '等平台结果' },
  unknown: { shape: 'unknown', word: '结果未知' },
  confirmed: { shape: 'done', word: '已确认' },
  refused: { shape: 'refused', word: '被拒' },
  dead: { shape: 'person', word: '等人工' },
  withdrawn: { shape: 'gone', word: '已撤回' },
  skipped: { shape: 'gone', word: '已跳过' },
};

/** Tabs of the ledger, in the order of a delivery's life. */
export const ledgerTabs = [
  { slug: 'all', word: '全部', states: null },
  { slug: 'pending', word: '待发', states: ['pending'] },
  { slug: 'busy', word: '发送中', states: ['claimed', 'sent'] },
  { slug: 'unknown', word: '结果未知', states: ['unknown'] },
  { slug: 'confirmed', word: '已确认', states: ['confirmed'] },
  { slug: 'refused', word: '被拒', states: ['refused'] },
  { slug: 'dead', word: '等人工', states: ['dead'] },
  { slug: 'withdrawn', word: '已撤回', states: ['withdrawn'] },
  { slug: 'skipped', word: '已跳过', states: ['skipped'] },
] as const satisfies readonly { slug: string; word: string; states: readonly DeliveryState[] | null }[];
export type LedgerTab = (typeof ledgerTabs)[number]['slug'];
