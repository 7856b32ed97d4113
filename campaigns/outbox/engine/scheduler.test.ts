import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../../ports/clock.ts';
import { startScheduler } from './scheduler.ts';
import type { Scheduler } from './scheduler.ts';
import { bench } from '../testing/bench.ts';
import { newDelivery } from '../testing/fixtures.ts';
import { createToyChannel } from '../testing/toy-channel.ts';
import { createWorker } from './worker.ts';

let scheduler: Scheduler | undefined;
afterEach(() => scheduler?.stop());
const soon = () => new Promise((resolve) => setImmediate(resolve));

/** Waits for what must come, however slow the machine. */
async function until<T>(what: () => Promise<T | undefined | false | null>): Promise<T> {
  for (;;) {
    const found = await what();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test('sends at the planned time, never before, without waiting for the minute', async () => {
  const { store, options, platform } = await bench();
  const plannedAt = new Date(Date.now() + 400);
  let beats = 0;
  scheduler = startScheduler({
    worker: createWorker({ ...options, clock: systemClock }),
    store,
    clock: systemClock,
    planTick: async () => {
      beats += 1;
      await store.create(newDelivery({ postId: 'soon', plannedAt }));
    },
  });
  await until(async () => scheduler?.lastBeat);
  const sent = await until(async () =>
    (await store.list({ postIds: ['soon'] })).find(({ state }) => state === 'confirmed'),
  );
  expect(Number(sent.sentAt)).toBeGreaterThanOrEqual(plannedAt.getTime());
  expect(platform.posted.get(sent.id)).toBe(1);
  // The heartbeat comes on the minute: what one beat planned went out without a second one, or with the next minute's on a very slow machine.
  expect(beats).toBeLessThanOrEqual(1 + Math.ceil((Date.now() - plannedAt.getTime() + 400) / 60_000));
});

test('doubled beats plan once; a failing one is told and the next one works', async () => {
  const { store, options, clock } = await bench();
  const lines: string[] = [];
  let plans = 0;
  scheduler = startScheduler({
    worker: createWorker(options),
    store,
    clock: { ...systemClock, now: clock.now.bind(clock) },
    log: (line) => lines.push(line),
    planTick: async () => {
      plans += 1;
      // Long enough for the second beat, which was called at once.
      await soon();
      if (plans === 1) throw new Error('数据库忙');
    },
  });
  await Promise.all([scheduler.beat(), scheduler.beat()]);
  expect([plans, scheduler.lastBeat]).toEqual([1, null]);
  expect(lines[0]).toContain('数据库忙');
  await scheduler.beat();
  expect(plans).toBe(2);
  expect(scheduler.lastBeat).toEqual(clock.now());
});

test('stop waits for what is being sent and begins nothing else', async () => {
  const { store, options, platform } = await bench();
  await store.create(newDelivery({ postId: 'p2' }));
  const [began, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow = createToyChannel(
    platform,
    () => 'ok',
    () => (began.resolve(), held.promise),
  );
  const worker = createWorker({ ...options, channels: new Map([['toy', slow]]) });
  scheduler = startScheduler({
    worker,
    store,
    clock: { ...systemClock, now: () => options.clock.now() },
    planTick: async () => undefined,
  });
  await began.promise;
  let stopped = false;
  const stopping = scheduler.stop().then(() => (stopped = true));
  for (let n = 0; n < 20; n += 1) await soon();
  expect(stopped).toBe(false);
  held.resolve();
  await stopping;
  const states = (await store.list({})).map((d) => d.state).sort();
  expect(states).toEqual(['confirmed', 'pending']);
});
