import { expect, it } from 'vitest';
import type { Delivery, DeliveryState } from '../../campaigns/ports/delivery.ts';
import type { RecallState } from '../../campaigns/ports/recall.ts';
import { ledgerLine, ledgerRow } from './ledger.ts';

const line = (state: DeliveryState, recall: RecallState | null, recallOrder: string | null) => {
  const delivery = {
    postId: 'p',
    channel: 'wechat',
    state,
    recall,
    recallOrder,
    plannedAt: new Date('2026-06-14T01:00:00Z'),
    sentAt: null,
    externalId: null,
    attempts: 1,
  };
  return ledgerLine(ledgerRow(delivery as unknown as Delivery, new Map([['p', '614/当天']])));
};

it.each([
  ['confirmed', null, null, '已确认'],
  ['confirmed', 'due', 'w:1', '待撤'],
  ['confirmed', 'running', 'w:1', '撤回中'],
  ['confirmed', 'deleted', 'w:1', '已删'],
  ['confirmed', 'person', 'w:1', '撤回等人工'],
  ['confirmed', 'irrevocable', 'w:1', '不可撤回'],
  ['confirmed', 'due', 'c:1', '待更正'],
  ['confirmed', 'running', 'c:1', '更正中'],
  ['confirmed', 'corrected', 'c:1', '已更正'],
  ['confirmed', 'no-receipt', 'c:1', '未回执'],
  ['refused', 'gone', 'w:1', '被拒'],
] as const)('a copy that is %s and under recall as %s (%s) is called %s', (state, recall, order, word) => {
  expect(
    line(state, recall, order)
      .split('  ')
      .map((cell) => cell.trim()),
  ).toContain(word);
  if (word !== '已确认') expect(line(state, recall, order)).not.toContain('已确认');
});
