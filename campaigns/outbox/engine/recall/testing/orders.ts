import type { RecallOrder } from '../../../../ports/recall.ts';
import { start } from '../../../testing/fixtures.ts';
import type { RecallOrders } from '../apply-recalls.ts';

export const withdrawal = (given: Partial<RecallOrder> = {}): RecallOrder => ({
  id: 'w:1',
  kind: 'withdraw',
  reason: '内容有误',
  at: start,
  deadline: '2026-06-17',
  correction: null,
  ...given,
});

export const correction = (given: Partial<RecallOrder> = {}): RecallOrder => ({
  id: 'c:1',
  kind: 'correct',
  reason: '数字有误',
  at: start,
  deadline: '2026-06-17',
  correction: { wrong: '三十年', right: '十三年' },
  ...given,
});

export const ordersFor = (releaseId: string, ...orders: RecallOrder[]): RecallOrders => new Map([[releaseId, orders]]);
