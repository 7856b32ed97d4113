import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../../ports/clock.ts';
import type { Clock } from '../../ports/clock.ts';
import { applyPlan } from './plan/apply-plan.ts';
import type { Owner } from './attempt/owner.ts';
import { startScheduler, type Scheduler } from './scheduler.ts';
import { bench, hostOwner } from '../testing/bench.ts';
import { later, newDelivery } from '../testing/fixtures.ts';
import { mortalStore, type Life } from '../testing/mortal.ts';
import { createToyChannel, type Fate } from '../testing/toy-channel.ts';
import { createWorker } from './worker.ts';

const minute = 60_000;
const block = 10 * minute;
const hour = 60 * minute;

/** A process that stands still once, at its `k`-th await of store or platform, while the world goes on; it does not die. */
function standsStillAt(k: number, meanwhile: () => Promise<void>): Life {
  let steps = 0;
  return {
    async step() {
      steps += 1;
      if (steps === k) await meanwhile();
    },
    dead: false,
    get steps() {
      return steps;
    },
  };
}

/** Three deliveries, two of them due while the process stands still; with a rival that goes on working, or alone. */
async function stoppedAt(k: number, fate: Fate, rivalSees: Owner['judge'] | null) {
  const base = await bench({ misfireWindow: 24 * 60 });
  for (const [postId, at] of [
    ['p2', 3],
    ['p3', 9],
  ] as const)
    await base.store.create(newDelivery({ postId, plannedAt: later(at * minute), misfireWindow: 24 * 60 }));
  const rival = rivalSees && createWorker({ ...base.options, owner: hostOwner('host-b', rivalSees) });
  const life = standsStillAt(k, async () => {
    for (let m = 0; m < 10; m += 1) {
      base.clock.advance(minute);
      await rival?.runDue();
    }
  });
  const fates = [fate];
  const channel = createToyChannel(base.platform, () => fates.shift() ?? 'ok', life.step);
  const worker = createWorker({
    ...base.options,
    store: mortalStore(base.store, life),
    channels: new Map([['toy', channel]]),
  });
  await worker.drain(later(5 * hour));
  await rival?.drain(later(10 * hour));
  return { ...base, reached: life.steps >= k };
}

test.each(['ok', 'lost', 'accepted', 'busy', 'never-arrived'] as const)(
  'ten minutes of standing still at any step of a send that goes “%s”: neither doubled nor lost',
  async (fate) => {
    let reached = true;
    let k = 1;
    for (; reached; k += 1) {
      for (const sees of [null, 'alive', 'unknown'] as const) {
        const end = await stoppedAt(k, fate, sees && (() => sees));
        reached = end.reached;
        for (const d of await end.store.list({})) {
          expect({
            k,
            rival: sees ?? 'alone',
            post: d.postId,
            state: d.state,
            copies: end.platform.posted.get(d.id),
          }).toEqual({ k, rival: sees ?? 'alone', post: d.postId, state: 'confirmed', copies: 1 });
        }
      }
    }
    expect(k).toBeGreaterThan(40);
  },
);

test('a clock that leaps ten minutes ahead or back between any two looks changes nothing but the time', async () => {
  for (const leap of [block, -block, block * 144, -block * 6]) {
    const { worker, store, clock, platform } = await bench({ fates: ['accepted'], misfireWindow: 2 * 24 * 60 });
    await store.create(newDelivery({ postId: 'p2', plannedAt: later(20 * minute), misfireWindow: 2 * 24 * 60 }));
    await worker.runDue();
    clock.set(new Date(clock.now().getTime() + leap));
    await worker.runDue();
    await worker.drain(later(72 * hour));
    expect([...platform.posted.values()]).toEqual([1, 1]);
    expect((await store.list({})).map((d) => d.state)).toEqual(['confirmed', 'confirmed']);
  }
});

let scheduler: Scheduler | undefined;
afterEach(() => scheduler?.stop());

/** Waits for what must come, however slow the machine. */
async function until(what: () => Promise<boolean>): Promise<void> {
  while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Real naps, but an instant of its own. */
const shifted = (now: () => Date): Clock => ({ now, sleep: (_ms, signal) => systemClock.sleep(5, signal) });

test('doubled ticks, and ticks that never come, change nothing', async () => {
  for (const beats of [0, 1, 25]) {
    const { store, options, clock, platform } = await bench({ misfireWindow: 24 * 60 });
    let plans = 0;
    const planned = [
      newDelivery({ misfireWindow: 24 * 60 }),
      newDelivery({ postId: 'p2', plannedAt: later(5 * minute), misfireWindow: 24 * 60 }),
    ];
    const planTick = async () => {
      plans += 1;
      await applyPlan({
        plan: { create: planned, supersede: [], rearm: [], replan: [], gaps: [], overbooked: [] },
        store,
        clock,
      });
    };
    const time = shifted(() => clock.now());
    const worker = createWorker({ ...options, clock: time });
    scheduler = startScheduler({ worker, store, clock: time, planTick });
    await until(async () => (await store.list({})).length === 2);
    // Ten minutes in which the minute's tick came never, once, or again and again; nobody waited for it.
    clock.advance(block);
    for (let n = 0; n < beats; n += 1) void scheduler.beat();
    await Promise.all(Array.from({ length: beats }, () => scheduler?.beat()));
    await until(async () => (await store.list({})).every((d) => d.state === 'confirmed'));
    await scheduler.stop();
    expect([...platform.posted.values()]).toEqual([1, 1]);
    expect(await store.list({})).toHaveLength(2);
    expect(plans).toBeGreaterThanOrEqual(Math.min(1, beats) + 1);
  }
});

test('an event loop that is blocked for real sends afterwards what fell due meanwhile, once', async () => {
  const { store, options, platform } = await bench({ misfireWindow: 24 * 60 });
  let ahead = 0;
  const time: Clock = { ...shifted(() => later(ahead)), sleep: systemClock.sleep };
  for (const [postId, at] of [
    ['p2', 4],
    ['p3', 8],
  ] as const)
    await store.create(newDelivery({ postId, plannedAt: later(at * minute), misfireWindow: 24 * 60 }));
  scheduler = startScheduler({
    worker: createWorker({ ...options, clock: time }),
    store,
    clock: time,
    planTick: async () => undefined,
  });
  // Nothing of this process runs for a while, and when it does it is ten minutes later.
  const end = performance.now() + 300;
  while (performance.now() < end) ahead = block;
  await until(async () => (await store.list({})).every((d) => d.state === 'confirmed'));
  await scheduler.stop();
  expect([...platform.posted.values()]).toEqual([1, 1, 1]);
});
