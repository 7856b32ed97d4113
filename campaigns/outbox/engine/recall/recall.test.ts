import { expect, test } from 'vitest';
import { byHand } from '../../hands/by-hand.ts';
import { recordReceipt } from '../../hands/receipt.ts';
import { bench } from '../../testing/bench.ts';
import { later, start } from '../../testing/fixtures.ts';
import { createToyChannel, type Fate, type RecallFate } from '../../testing/toy-channel.ts';
import { createWorker } from '../worker.ts';
import { applyRecalls } from './apply-recalls.ts';
import { correction, ordersFor, withdrawal } from './testing/orders.ts';

const day = 86_400_000;
const who = '示例终审';

/** One copy, sent with that fate, on a platform that answers withdrawals with these. */
async function scene(fate: Fate | null, recalls: RecallFate[] = []) {
  const made = await bench();
  const fates: Fate[] = fate ? [fate] : [];
  const channel = createToyChannel(
    made.platform,
    () => fates.shift() ?? 'ok',
    async () => {},
    'toy',
    () => recalls.shift() ?? 'ok',
  );
  const worker = createWorker({ ...made.options, channels: new Map([['toy', channel]]) });
  if (fate) await worker.runDue();
  const tell = (...orders: Parameters<typeof ordersFor> extends [string, ...infer O] ? O : never) =>
    applyRecalls({ orders: ordersFor('r1', ...orders), store: made.store, clock: made.clock, owner: 'tick' });
  const kinds = async () => (await made.store.attempts((await made.first()).id)).map((a) => `${a.kind}:${a.outcome}`);
  return { ...made, channel, worker, tell, kinds };
}

test('a copy that is out is taken off once, and the tick has nothing more to say', async () => {
  const { clock, first, kinds, platform, tell, worker } = await scene('ok');
  expect(await tell(withdrawal())).toBe(1);
  expect(await first()).toMatchObject({
    state: 'confirmed',
    recall: 'due',
    recallOrder: 'w:1',
    recallAt: start,
    nextAt: start,
  });
  await worker.runDue();
  expect(await first()).toMatchObject({
    state: 'withdrawn',
    recall: 'deleted',
    nextAt: null,
    recallBy: new Date('2026-06-17T23:59:59.999+08:00'),
    note: '已删除。',
  });
  expect(await kinds()).toEqual(['send:confirmed', 'recall:recall', 'withdraw:deleted']);
  clock.advance(day);
  expect([await tell(withdrawal()), platform.deleted.size, platform.withdrawCalls]).toEqual([0, 1, 1]);
});

test('what never began is not sent any more, and leaves its place to a newer release', async () => {
  const { first, platform, tell, worker } = await scene(null);
  await tell(withdrawal());
  expect(await first()).toMatchObject({ state: 'skipped', recall: 'gone', nextAt: null, superseded: true });
  await worker.drain(later(day));
  expect([platform.calls.send, platform.withdrawCalls]).toEqual([0, 0]);
});

test.each(['lost', 'accepted'] as const)(
  'a sending that is “%s” is settled first, so that nothing comes out behind the recall',
  async (fate) => {
    const { first, kinds, platform, tell, worker } = await scene(fate);
    await tell(withdrawal());
    await worker.drain(later(day));
    expect((await kinds()).slice(1)).toEqual(['recall:recall', 'look:confirmed', 'withdraw:deleted']);
    expect(await first()).toMatchObject({ state: 'withdrawn', recall: 'deleted', url: expect.stringContaining('?d=') });
    expect(platform.posted.size).toBe(0);
  },
);

test('a sending that turns out not to have happened is not repeated, and whatever it left is cleared away', async () => {
  const { first, kinds, platform, tell, worker } = await scene('never-arrived');
  await tell(withdrawal());
  await worker.drain(later(day));
  expect((await kinds()).slice(1)).toEqual(['recall:recall', 'look:not-sent', 'withdraw:already-gone']);
  expect(await first()).toMatchObject({ state: 'skipped', recall: 'gone', superseded: true });
  expect(platform.calls.send).toBe(1);
});

test('a sending that nobody can settle does not hold the recall for ever', async () => {
  const { channel, first, kinds, options, platform, tell } = await scene('lost');
  const mute = { ...channel, look: async () => ({ kind: 'unknown' as const, lookAfter: 1000, note: '查不到。' }) };
  await tell(withdrawal());
  await createWorker({ ...options, channels: new Map([['toy', mute]]) }).drain(later(day));
  expect((await kinds()).filter((k) => k === 'look:unknown')).toHaveLength(10);
  expect([(await first()).recall, platform.posted.size]).toEqual(['deleted', 0]);
});

test('a deletion without an answer is looked up before anything else', async () => {
  const { kinds, platform, tell, worker } = await scene('ok', ['lost']);
  await tell(withdrawal());
  await worker.drain(later(day));
  expect((await kinds()).slice(2)).toEqual(['withdraw:unknown', 'look-withdrawn:deleted']);
  expect([...platform.deleted.values()]).toEqual([1]);
});

test('refused for load it comes back later each time, and after ten times a person is asked while the machine goes on', async () => {
  const { clock, first, kinds, platform, tell, worker } = await scene(
    'ok',
    Array.from({ length: 12 }, () => 'busy' as const),
  );
  await tell(withdrawal());
  await worker.drain(later(3600_000));
  expect(await first()).toMatchObject({ recall: 'running', state: 'confirmed' });
  clock.advanceTo(later(3600_000));
  await worker.drain(later(3.2 * 3600_000));
  expect(await first()).toMatchObject({
    recall: 'person',
    note: expect.stringMatching(/已试 1\d 次没有办成。请这样做：.*登记“已从平台撤下”/),
  });
  clock.advance(day);
  await worker.drain(later(2 * day));
  expect(await first()).toMatchObject({ state: 'withdrawn', recall: 'deleted' });
  expect([(await kinds()).filter((k) => k === 'withdraw:retry').length, platform.deleted.size]).toEqual([12, 1]);
});

test.each([
  ['person', 'person'],
  ['notified', 'no-receipt'],
  ['irrevocable', 'irrevocable'],
] as const)('“%s” ends the machine’s part: %s', async (fate, recall) => {
  const { first, tell, worker } = await scene('ok', [fate]);
  await tell(withdrawal());
  await worker.drain(later(day));
  expect(await first()).toMatchObject({ state: 'confirmed', recall, nextAt: null });
  if (fate === 'person') expect((await first()).note).toBe('没有删除接口。请这样做：登录删除，再登记。');
});

test('a person who has taken it down ends it, whatever was known of its sending', async () => {
  const { clock, first, store, tell, worker } = await scene('blocked', ['person']);
  await tell(withdrawal());
  await worker.drain(later(day));
  const { id } = await first();
  expect(await byHand(store, clock, id, 'resume', { by: who })).toBe('state');
  expect(await byHand(store, clock, id, 'withdraw', { by: who })).toBe('done');
  expect(await first()).toMatchObject({ state: 'withdrawn', recall: 'deleted', nextAt: null });
  expect(await byHand(store, clock, id, 'withdraw', { by: who })).toBe('state');
});

test('what was taken down by hand before needs no recall', async () => {
  const { clock, first, platform, store, tell, worker } = await scene('ok');
  await byHand(store, clock, (await first()).id, 'withdraw', { by: who });
  await tell(withdrawal());
  await worker.drain(later(day));
  expect([(await first()).recall, platform.withdrawCalls]).toEqual(['deleted', 0]);
});

test.each([
  [undefined, 'deleted', 'withdrawn'],
  ['corrected', 'corrected', 'confirmed'],
  ['irrevocable', 'irrevocable', 'confirmed'],
  ['printed', 'person', 'confirmed'],
] as const)('a receipt “%s” makes of 未回执: %s', async (result, recall, state) => {
  const { clock, first, store, tell, worker } = await scene('ok', ['notified']);
  await tell(withdrawal());
  await worker.drain(later(day));
  const { id } = await first();
  const more = result ? { result } : {};
  expect(await recordReceipt(store, clock, id, '示例日报', later(day), more)).toBe('done');
  expect(await first()).toMatchObject({
    recall,
    state,
    nextAt: null,
    note: expect.stringContaining('示例日报回执（2026-06-15 09:00）'),
  });
  if (result !== 'printed') return;
  expect((await first()).note).toContain('刊登更正启事');
  expect(await recordReceipt(store, clock, id, who, later(2 * day), { result: 'corrected' })).toBe('done');
  expect((await first()).recall).toBe('corrected');
});

test('no receipt is taken where none is awaited', async () => {
  const { clock, first, store } = await scene('ok');
  expect(await recordReceipt(store, clock, (await first()).id, who, start)).toBe('state');
  expect(await recordReceipt(store, clock, 'nothing', who, start)).toBe('missing');
});

test('a correction stays out there and says what is right; a second one follows, a withdrawal ends both', async () => {
  const { first, kinds, platform, tell, worker } = await scene('ok');
  const [c1, c2] = [correction(), correction({ id: 'c:2', correction: { wrong: '甲村', right: '乙村' } })];
  await tell(c1, c2);
  expect(await tell(c1, c2)).toBe(0);
  await worker.runDue();
  expect(await first()).toMatchObject({ state: 'confirmed', recall: 'corrected', recallOrder: 'c:1' });
  await tell(c1, c2);
  await worker.runDue();
  expect([...platform.corrected.values()]).toEqual(['乙村']);
  expect(await tell(c1, c2)).toBe(0);
  await tell(c1, c2, withdrawal());
  await worker.runDue();
  expect(await kinds()).toEqual([
    'send:confirmed',
    'recall:recall',
    'correct:corrected',
    'recall:recall',
    'correct:corrected',
    'recall:recall',
    'withdraw:deleted',
  ]);
  expect(await tell(c1, c2, withdrawal(), correction({ id: 'c:3' }))).toBe(0);
});

test('where a platform takes no corrections a person gets the steps', async () => {
  const { channel, first, options, tell } = await scene('ok');
  const { correct: _none, ...without } = channel;
  await tell(correction());
  await createWorker({ ...options, channels: new Map([['toy', without]]) }).runDue();
  const { note, recall } = await first();
  expect(recall).toBe('person');
  expect(note).toMatch(/在 2026-06-17 前更正.*“三十年”改为“十三年”.*登记“已更正”/);
});

test('an account that is no longer among the channels is a person’s business', async () => {
  const { first, options, tell } = await scene('ok');
  await tell(withdrawal());
  await createWorker({ ...options, channels: new Map() }).runDue();
  expect(await first()).toMatchObject({ recall: 'person', note: expect.stringContaining('没有名为“toy”的渠道') });
});
