import { expect, test } from 'vitest';
import { byHand } from './by-hand.ts';
import { confirmed, ended, running } from '../testing/attempts.ts';
import { bench } from '../testing/bench.ts';
import { later } from '../testing/fixtures.ts';
import type { Fate } from '../testing/toy-channel.ts';

const who = '示例终审';

async function after(fates: Fate[]) {
  const made = await bench({ fates });
  await made.worker.runDue();
  const { id, state } = await made.first();
  return { ...made, id, state };
}

test.each([
  ['ok', 'confirmed'],
  ['accepted', 'sent'],
  ['refused', 'refused'],
  ['blocked', 'dead'],
] as const)('what is %s (%s) may be entered as taken down, and then rests for good', async (fate, before) => {
  const { clock, first, id, platform, state, store, worker } = await after([fate]);
  expect(state).toBe(before);
  const sends = platform.calls.send;
  expect(await byHand(store, clock, id, 'withdraw', { by: who, note: '已登录删除。' })).toBe('done');
  expect(await first()).toMatchObject({
    state: 'withdrawn',
    nextAt: null,
    note: '示例终审登记已从平台撤下：已登录删除。',
  });
  expect((await store.attempts(id)).at(-1)).toMatchObject({
    number: (await first()).attempts,
    owner: who,
    outcome: 'withdrawn',
  });
  await worker.drain(later(86_400_000));
  expect((await first()).state).toBe('withdrawn');
  expect(platform.calls.send).toBe(sends);
});

test('not while it waits, runs or is in doubt, nor twice', async () => {
  const waiting = await bench();
  expect(await byHand(waiting.store, waiting.clock, (await waiting.first()).id, 'withdraw', { by: who })).toBe('state');
  const doubt = await after(['lost']);
  expect(doubt.state).toBe('unknown');
  expect(await byHand(doubt.store, doubt.clock, doubt.id, 'withdraw', { by: who })).toBe('state');
  expect((await doubt.first()).state).toBe('unknown');
  const out = await after(['ok']);
  const now = out.clock.now();
  await out.store.claim(running(out.id, { number: 2, kind: 'look', startedAt: now, leaseUntil: now }));
  expect(await byHand(out.store, out.clock, out.id, 'withdraw', { by: who })).toBe('busy');
  await out.store.patchAttempt(out.id, 2, ended(confirmed, { finishedAt: now }));
  expect(await byHand(out.store, out.clock, out.id, 'withdraw', { by: who })).toBe('busy');
  await out.store.patch(out.id, { attempts: 2 });
  expect(await byHand(out.store, out.clock, out.id, 'withdraw', { by: who })).toBe('done');
  expect(await byHand(out.store, out.clock, out.id, 'withdraw', { by: who })).toBe('state');
});

test('the row is brought after a withdrawal that a crash cut short', async () => {
  const { clock, first, id, store, worker } = await after(['ok']);
  const before = await first();
  await byHand(store, clock, id, 'withdraw', { by: who });
  await store.patch(id, { state: before.state, nextAt: clock.now() });
  await worker.runDue();
  expect(await first()).toMatchObject({ state: 'withdrawn', nextAt: null });
});

test('what is in doubt may be confirmed by who has seen it, and is never sent again', async () => {
  const { clock, first, id, platform, store, worker } = await after(['lost']);
  expect(await byHand(store, clock, id, 'resume', { by: who })).toBe('state');
  expect(await byHand(store, clock, id, 'confirm', { by: who, url: 'https://example.com/1' })).toBe('done');
  expect(await first()).toMatchObject({ state: 'confirmed', url: 'https://example.com/1', nextAt: null });
  await worker.drain(later(86_400_000));
  expect(platform.calls.send).toBe(1);
});

test('of many at once one is heard', async () => {
  const { clock, id, store } = await after(['blocked']);
  const acts = ['resume', 'confirm', 'withdraw', 'resume'] as const;
  const results = await Promise.all(acts.map((act) => byHand(store, clock, id, act, { by: who })));
  expect(results.filter((result) => result === 'done')).toHaveLength(1);
  expect(await store.attempts(id)).toHaveLength(2);
});

test('nothing is known of what is not there', async () => {
  const { clock, store } = await bench();
  expect(await byHand(store, clock, 'nothing', 'confirm', { by: who })).toBe('missing');
});
