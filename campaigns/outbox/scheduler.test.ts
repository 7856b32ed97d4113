import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../ports/clock.ts';
import { startScheduler } from './scheduler.ts';
import type { Scheduler } from './scheduler.ts';
import { bench } from './testing/bench.ts';
import { newDelivery } from './testing/fixtures.ts';
import { createToyChannel } from './testing/toy-channel.ts';
import { createWorker } from './worker.ts';

let scheduler: Scheduler | undefined;
afterEach(() => scheduler?.stop());
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('sends within a second of the planned time, without waiting for the minute', async () => {
  const { store, options, platform } = await bench();
  const plannedAt = new Date(Date.now() + 400);
  scheduler = startScheduler({
    worker: createWorker({ ...options, clock: systemClock }), store, clock: systemClock,
    planTick: () => store.create(newDelivery({ postId: 'soon', plannedAt })),
  });
  await wait(300);
  expect(scheduler.lastBeat).toBeInstanceOf(Date);
  await wait(500);
  const [sent] = await store.list({ postIds: ['soon'] });
  expect(sent?.state).toBe('confirmed');
  expect(Number(sent?.sentAt) - plannedAt.getTime()).toBeLessThan(300);
  expect(platform.posted.get(sent?.id ?? '')).toBe(1);
});

test('doubled beats plan once; a failing one is told and the next one works', async () => {
  const { store, options, clock } = await bench();
  const lines: string[] = [];
  let plans = 0;
  scheduler = startScheduler({
    worker: createWorker(options), store, clock: { ...systemClock, now: clock.now.bind(clock) }, log: (line) => lines.push(line),
    planTick: async () => {
      plans += 1;
      await wait(20);
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
  const slow = createToyChannel(platform, () => 'ok', () => wait(60).then(() => undefined));
  const worker = createWorker({ ...options, channels: new Map([['toy', slow]]) });
  scheduler = startScheduler({ worker, store, clock: { ...systemClock, now: () => options.clock.now() }, planTick: async () => undefined });
  await wait(40);
  await scheduler.stop();
  const states = (await store.list({})).map((d) => d.state).sort();
  expect(states).toEqual(['confirmed', 'pending']);
});
