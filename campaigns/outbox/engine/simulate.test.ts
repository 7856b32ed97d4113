import { expect, test } from 'vitest';
import { applyPlan } from './plan/apply-plan.ts';
import { createManualClock } from './manual-clock.ts';
import { simulate } from './simulate.ts';
import { bench } from '../testing/bench.ts';
import { later, newDelivery, seeded, start } from '../testing/fixtures.ts';
import type { Fate } from '../testing/toy-channel.ts';
import { createWorker } from './worker.ts';

const day = 24 * 3600_000;

test('a month runs in well under a second, each delivery sent in its own second', async () => {
  const random = seeded(7);
  const fates: Fate[] = Array.from({ length: 2000 }, () => (random() < 0.1 ? 'lost' : 'accepted'));
  const { store, options, clock, platform } = await bench({ fates });
  let beats = 0;
  const planTick = async () => {
    beats += 1;
    if (beats > 1) return;
    for (let i = 1; i <= 300; i += 1)
      await store.create(newDelivery({ postId: `m${i}`, plannedAt: later(i * 8_000_000), misfireWindow: 1 }));
  };
  const { steps } = await simulate({
    from: start,
    to: later(30 * day),
    planTick,
    worker: createWorker(options),
    store,
    clock,
  });
  expect(clock.now()).toEqual(later(30 * day));
  expect(steps).toBeGreaterThan(600);
  expect(beats).toBe(62);
  const rows = await store.list({});
  expect(rows.every((d) => d.state === 'confirmed' && d.sentAt?.getTime() === d.plannedAt.getTime())).toBe(true);
  expect(new Set(platform.posted.values())).toEqual(new Set([1]));
});

test('the same days once more send nothing', async () => {
  const { store, options, clock, platform } = await bench();
  const pass = () =>
    simulate({
      from: start,
      to: later(day),
      worker: createWorker(options),
      store,
      clock,
      planTick: () =>
        applyPlan({
          plan: { create: [newDelivery()], supersede: [], rearm: [], replan: [], gaps: [], overbooked: [] },
          store,
          clock,
        }),
    });
  await pass();
  clock.set(start);
  await pass();
  expect(platform.calls.send).toBe(1);
});

test('acts happen at their instant and are planned for at once', async () => {
  const { store, options, clock } = await bench();
  const seen: string[] = [];
  await simulate({
    from: start,
    to: later(day),
    worker: createWorker(options),
    store,
    clock,
    planTick: async (now) => void seen.push(now.toISOString()),
    acts: [{ at: later(5000), run: async () => void seen.push('act') }],
  });
  const at = later(5000).toISOString();
  expect(seen.slice(2, 5)).toEqual(['act', at, at]);
});

test('sleepers wake in order and the clock never goes back by advancing', async () => {
  const clock = createManualClock(start);
  const woken: number[] = [];
  await Promise.all(
    [30, 10, 20].map(async (ms) => {
      await clock.sleep(ms);
      woken.push(ms);
    }),
  );
  expect(woken).toEqual([10, 20, 30]);
  clock.advanceTo(start);
  expect(clock.now()).toEqual(later(30));
});
