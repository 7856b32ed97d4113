import { expect, test } from 'vitest';
import { noticeName } from '../../channels/press/notice-name.ts';
import { recordOutletReceipt, receiptStanding } from './outlet-receipt.ts';
import { applyRecalls } from '../engine/recall/apply-recalls.ts';
import { correction, ordersFor, withdrawal } from '../engine/recall/testing/orders.ts';
import { bench } from '../testing/bench.ts';
import { start } from '../testing/fixtures.ts';
import { createToyChannel } from '../testing/toy-channel.ts';
import { createWorker } from '../engine/worker.ts';

const outlet = '广元日报（示例）';

/** One copy with an outlet that answers every notice with “handed over”. */
async function scene() {
  const made = await bench();
  const toy = createToyChannel(made.platform, () => 'ok');
  const notified = async () => ({ kind: 'notified' as const, reference: '通知', note: '通知已送到。' });
  const worker = createWorker({
    ...made.options,
    channels: new Map([['toy', { ...toy, withdraw: notified, correct: notified, lookWithdrawn: notified }]]),
  });
  await worker.runDue();
  const { id } = await made.first();
  const tell = async (...orders: Parameters<typeof ordersFor> extends [string, ...infer O] ? O : never) => {
    await applyRecalls({ orders: ordersFor('r1', ...orders), store: made.store, clock: made.clock, owner: 'tick' });
    await worker.runDue();
  };
  const standing = (notice: string | null) => receiptStanding(made.store, { deliveryId: id, notice });
  const record = (notice: string | null, handling: 'deleted' | 'printed' | null = null) =>
    recordOutletReceipt(made.store, made.clock, { deliveryId: id, notice }, outlet, handling);
  return { ...made, id, tell, standing, record };
}

test('收到稿件：记在台账里，第二次不再记，状态仍是已确认', async () => {
  const { first, id, record, standing, store } = await scene();
  expect(await standing(null)).toEqual({ receivedAt: null, superseded: null });
  expect([await record(null), await record(null)]).toEqual([true, true]);
  expect(await standing(null)).toEqual({ receivedAt: start, superseded: null });
  expect(await first()).toMatchObject({
    state: 'confirmed',
    note: '广元日报（示例）回执：已收到稿件（2026-06-14 09:00）。',
  });
  expect((await store.attempts(id)).filter((a) => a.outcome === 'confirmed' && a.receivedAt !== null)).toHaveLength(1);
});

test('撤稿通知：回执以后是已删，稿件的回执不再收', async () => {
  const { first, record, standing, tell } = await scene();
  await tell(withdrawal());
  expect(await first()).toMatchObject({ recall: 'no-receipt' });
  expect(await standing(null)).toMatchObject({ superseded: expect.stringContaining('以通知为准') });
  expect(await record(null)).toBe(false);
  expect(await record('撤稿', 'deleted')).toBe(true);
  expect(await standing('撤稿')).toEqual({ receivedAt: start, superseded: null });
  expect(await first()).toMatchObject({ recall: 'deleted', note: expect.stringContaining('广元日报（示例）回执') });
});

test('已经刊印：等人工，请对方刊登更正', async () => {
  const { first, record, tell } = await scene();
  await tell(withdrawal());
  await record('撤稿', 'printed');
  expect(await first()).toMatchObject({ recall: 'person', note: expect.stringContaining('刊登更正启事') });
});

test('旧更正的链接不能给新的更正回执，没有发过的通知没有回执', async () => {
  const { record, standing, tell } = await scene();
  const [old, newer] = [correction(), correction({ id: 'c:2', correction: { wrong: '一笔', right: '两笔' } })];
  await tell(old);
  await tell(old, newer);
  expect(await standing(noticeName(old.correction))).toMatchObject({
    receivedAt: null,
    superseded: expect.stringContaining('最新的通知'),
  });
  expect(await standing(noticeName(newer.correction))).toEqual({ receivedAt: null, superseded: null });
  expect(await record(noticeName(newer.correction))).toBe(true);
  expect(await standing('撤稿')).toBeNull();
  expect(await standing('更正-00000000')).toBeNull();
});
