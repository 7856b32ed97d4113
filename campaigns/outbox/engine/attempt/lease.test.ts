import { expect, test } from 'vitest';
import type { OutboxContext } from './context.ts';
import { hold, LeaseLost } from './lease.ts';
import { defaultLimits } from '../../journal/limits.ts';
import { silent } from './log.ts';
import { bench } from '../../testing/bench.ts';
import { confirmed, ended, running } from '../../testing/attempts.ts';
import { later } from '../../testing/fixtures.ts';

async function held() {
  const { options, clock, store } = await bench();
  const attempt = running('d', { owner: 'host-a', begun: true });
  await store.claim(attempt);
  let renew = () => {};
  const every: OutboxContext['every'] = (ms, act) => {
    expect(ms).toBe(10_000);
    renew = act;
    return () => {
      renew = () => {};
    };
  };
  const ctx: OutboxContext = {
    random: () => 0,
    log: silent,
    owner: { name: 'host-a', judge: () => 'unknown' },
    limits: defaultLimits,
    running: new Set(),
    paused: () => false,
    ...options,
    every,
  };
  const lease = hold(ctx, attempt);
  const mine = async () => (await store.attempts('d'))[0];
  return { lease, clock, store, mine, renew: () => renew() };
}

test('record saves and renews', async () => {
  const { lease, clock, mine } = await held();
  clock.advance(20_000);
  await lease.record({ media: 'm' });
  await lease.record({ draft: 'x' });
  expect(await mine()).toMatchObject({ leaseUntil: later(50_000), begun: true, progress: { media: 'm', draft: 'x' } });
});

test('a long call keeps its lease by the timer', async () => {
  const { lease, clock, renew, mine } = await held();
  for (let i = 0; i < 6; i += 1) {
    clock.advance(10_000);
    renew();
    await Promise.resolve();
  }
  expect((await mine())?.leaseUntil).toEqual(later(90_000));
  await lease.record({ draft: 'x' });
});

test('once run out it stops the channel, taken over or not', async () => {
  const { lease, clock, renew, mine } = await held();
  clock.advance(30_000);
  renew();
  await expect(lease.record({ draft: 'x' })).rejects.toThrow(LeaseLost);
  expect(await mine()).toMatchObject({ leaseUntil: later(30_000), progress: {} });
});

test('taken over by somebody else it stops the channel', async () => {
  const { lease, store } = await held();
  await store.patchAttempt('d', 1, ended({ outcome: 'crashed', after: 0 }));
  await expect(lease.record({ draft: 'x' })).rejects.toThrow('接管');
  expect(await lease.finish(ended(confirmed, { finishedAt: later(2) }))).toBe(false);
  expect((await store.attempts('d'))[0]).toMatchObject({ outcome: 'crashed', progress: {} });
});

test('after its end nothing can be recorded', async () => {
  const { lease } = await held();
  lease.end();
  await expect(lease.record({})).rejects.toThrow(LeaseLost);
});
