import { expect, test } from 'vitest';
import { gauges } from './gauges.ts';
import { createMemoryStore } from './memory-store.ts';
import { running } from '../testing/attempts.ts';
import { bench, hostOwner } from '../testing/bench.ts';
import { later, newDelivery, start } from '../testing/fixtures.ts';
import { createManualClock } from '../engine/manual-clock.ts';
import { createWorker } from '../engine/worker.ts';
import { createToyChannel } from '../testing/toy-channel.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

test('an empty outbox: nothing due, nothing unknown, no heartbeat', async () => {
  expect(await gauges(createMemoryStore(), createManualClock(start))).toEqual({
    at: start,
    unclaimed: 0,
    overdue: 0,
    overdueOldestSeconds: null,
    claimed: 0,
    waiting: 0,
    unknown: 0,
    unknownOldestSeconds: null,
    goneLater: 0,
    refused: 0,
    dead: 0,
    pendingNext24h: 0,
    recallsOpen: 0,
    recallsOverdue: 0,
    heartbeatAgeSeconds: null,
  });
});

test('due is unclaimed at once and overdue after a minute', async () => {
  const { store, clock } = await bench();
  expect(await gauges(store, clock)).toMatchObject({ unclaimed: 1, overdue: 0, overdueOldestSeconds: null });
  clock.advance(minute);
  expect((await gauges(store, clock)).overdue).toBe(0);
  clock.advance(1000);
  expect(await gauges(store, clock)).toMatchObject({ unclaimed: 1, overdue: 1, overdueOldestSeconds: 61 });
});

test('one that somebody is at is not overdue while the lease is renewed, and is when it has run out', async () => {
  const { store, clock, first } = await bench();
  const { id } = await first();
  await store.claim(running(id, { begun: true }));
  await store.patch(id, { state: 'claimed', attempts: 1, nextAt: later(35_000) });
  clock.advance(5 * minute);
  await store.patchAttempt(id, 1, { leaseUntil: later(5 * minute + 20_000) });
  expect(await gauges(store, clock)).toMatchObject({ claimed: 1, unclaimed: 0, overdue: 0 });
  clock.advance(minute);
  expect(await gauges(store, clock)).toMatchObject({ claimed: 1, unclaimed: 1, overdue: 1 });
});

test('unknown tells how long nobody has known, from the send on and not from the plan', async () => {
  const { store, clock, options, platform } = await bench({ misfireWindow: 600 });
  clock.advance(10 * minute);
  const channel = createToyChannel(platform, () => 'lost');
  channel.look = async () => ({ kind: 'unknown', lookAfter: minute, note: '平台没有回应。' });
  const worker = createWorker({ ...options, channels: new Map([['toy', channel]]), owner: hostOwner('a') });
  await worker.drain(later(40 * minute));
  clock.advanceTo(later(40 * minute));
  expect(await gauges(store, clock)).toMatchObject({ unknown: 1, unknownOldestSeconds: 1800 });
});

test('refused, dead and waiting are counted; so is what goes out within a day, and no more', async () => {
  const { store, clock } = await bench();
  for (const [postId, state] of [
    ['a', 'refused'],
    ['b', 'dead'],
    ['c', 'dead'],
    ['d', 'sent'],
    ['e', 'confirmed'],
  ] as const) {
    await store.create(newDelivery({ postId }));
    const [row] = await store.list({ postIds: [postId] });
    await store.patch(row?.id ?? '', { state, nextAt: null });
  }
  for (const [postId, at] of [
    ['f', 1],
    ['g', day],
    ['h', day + 1],
  ] as const)
    await store.create(newDelivery({ postId, plannedAt: later(at) }));
  expect(await gauges(store, clock)).toMatchObject({ refused: 1, dead: 2, waiting: 1, pendingNext24h: 3 });
});

test('heartbeat and recalls come from whoever keeps them; a clock set back gives no negative age', async () => {
  const { store, clock } = await bench();
  const read = (at: Date) => gauges(store, clock, { heartbeat: at, recalls: { open: 3, overdue: 1 } });
  expect(await read(later(-190_500))).toMatchObject({ heartbeatAgeSeconds: 190, recallsOpen: 3, recallsOverdue: 1 });
  expect((await read(later(5000))).heartbeatAgeSeconds).toBe(0);
});
