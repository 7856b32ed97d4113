import { expect, test } from 'vitest';
import type { DeliveryStore } from '../../../ports/delivery-store.ts';
import { createManualClock } from '../manual-clock.ts';
import { createMemoryStore } from '../../journal/memory-store.ts';
import type { Owner } from '../attempt/owner.ts';
import { bench, hostOwner } from '../../testing/bench.ts';
import { later, newDelivery, release, seeded, start } from '../../testing/fixtures.ts';
import { createLife, mortalStore } from '../../testing/mortal.ts';
import { createToyChannel, createToyPlatform, type Fate, type RecallFate } from '../../testing/toy-channel.ts';
import { createWorker } from '../worker.ts';
import { applyRecalls } from './apply-recalls.ts';
import { ordersFor, withdrawal } from './testing/orders.ts';
import { within } from '../../../../.config/patience.ts';

const day = 24 * 3600_000;

/** One process sends, is told to take it back and does so, until it dies at step `k`; then another one does what is left. */
async function dieAt(k: number, fate: Fate, recallFate: RecallFate, judge: Owner['judge']) {
  const base = await bench({ misfireWindow: 24 * 60 });
  const life = createLife(k);
  const recalls: RecallFate[] = [recallFate];
  const make = (turn?: () => Promise<void>) =>
    new Map([
      [
        'toy',
        createToyChannel(
          base.platform,
          () => fate,
          turn,
          'toy',
          () => recalls.shift() ?? 'ok',
        ),
      ],
    ]);
  const tick = (store: DeliveryStore) =>
    applyRecalls({ orders: ordersFor('r1', withdrawal()), store, clock: base.clock, owner: 'tick' });
  const store = mortalStore(base.store, life);
  const worker = createWorker({ ...base.options, store, channels: make(life.step) });
  // It does not stop to see whether its sending has settled: the decision comes in the middle.
  await worker.runDue().catch(() => undefined);
  await tick(store).catch(() => undefined);
  await worker.runDue().catch(() => undefined);
  const heir = createWorker({
    ...base.options,
    owner: hostOwner('host-b', judge),
    channels: make(),
    isLive: async () => false,
  });
  for (let beat = 0; beat < 90; beat += 1) {
    await tick(base.store);
    await heir.runDue();
    base.clock.advance(60_000);
  }
  return { ...base, delivery: await base.first(), died: life.dead };
}

const pairs = (['ok', 'lost', 'accepted', 'busy', 'never-arrived'] as const).flatMap((fate) =>
  (['ok', 'lost', 'busy', 'never-arrived'] as const).map((recall) => [fate, recall] as const),
);

test.each(pairs)(
  'sent “%s”, taken back “%s”, dying at any step: nothing stays out, nothing is taken off twice',
  async (fate, recallFate) => {
    let died = true;
    let k = 1;
    for (; died; k += 1) {
      for (const judge of ['unknown', 'dead'] as const) {
        const end = await dieAt(k, fate, recallFate, () => judge);
        died = end.died;
        const { id, nextAt, recall } = end.delivery;
        expect({ k, judge, out: end.platform.posted.size, nextAt }).toEqual({ k, judge, out: 0, nextAt: null });
        expect(end.platform.deleted.get(id) ?? 0).toBeLessThanOrEqual(1);
        expect(recall, `${k} ${judge}`).toBe(end.platform.deleted.has(id) ? 'deleted' : 'gone');
        const trail = await end.store.attempts(id);
        expect(trail.map((a) => a.number)).toEqual(trail.map((_, i) => i + 1));
        expect(trail.filter((a) => a.kind === 'recall')).toHaveLength(1);
        // Once the order is in, nothing is sent any more.
        expect(trail.slice(trail.findIndex((a) => a.kind === 'recall')).some((a) => a.kind === 'send')).toBe(false);
      }
    }
    expect(k).toBeGreaterThan(20);
  },
);

test('a recall executed but not recorded is found out, not repeated', async () => {
  const base = await bench();
  await base.worker.runDue();
  const { id } = await base.first();
  await applyRecalls({ orders: ordersFor('r1', withdrawal()), store: base.store, clock: base.clock, owner: 'tick' });
  const forgetful: DeliveryStore = {
    ...base.store,
    patchAttempt: (deliveryId, number, patch) =>
      'outcome' in patch ? new Promise(() => undefined) : base.store.patchAttempt(deliveryId, number, patch),
  };
  void createWorker({ ...base.options, store: forgetful }).runDue();
  while (base.platform.posted.has(id)) await new Promise((resolve) => setImmediate(resolve));
  expect((await base.first()).recall).toBe('running');
  await createWorker({ ...base.options, owner: hostOwner('host-b', () => 'dead') }).drain(later(day));
  expect((await base.store.attempts(id)).slice(-2).map((a) => `${a.kind}:${a.outcome}`)).toEqual([
    'withdraw:crashed',
    'look-withdrawn:deleted',
  ]);
  expect([(await base.first()).state, base.platform.deleted.get(id)]).toEqual(['withdrawn', 1]);
});

test('a row that fell behind its recall is brought after it', async () => {
  const base = await bench();
  await base.worker.runDue();
  const { id } = await base.first();
  const tell = () =>
    applyRecalls({ orders: ordersFor('r1', withdrawal()), store: base.store, clock: base.clock, owner: 'tick' });
  const before = await base.first();
  await tell();
  // As if the crash had come before the row was written.
  await base.store.patch(id, { state: before.state, nextAt: null, recall: null, recallOrder: null, attempts: 2 });
  expect([await tell(), await tell()]).toEqual([1, 0]);
  expect(await base.first()).toMatchObject({ recall: 'due', recallOrder: 'w:1' });
  await base.worker.runDue();
  await base.store.patch(id, { state: 'confirmed', recall: 'due', nextAt: start });
  await base.worker.runDue();
  expect(await base.first()).toMatchObject({ state: 'withdrawn', recall: 'deleted', nextAt: null });
});

function turns(random: () => number): () => Promise<void> {
  return async () => {
    for (let n = Math.floor(random() * 3); n > 0; n -= 1) await Promise.resolve();
    if (random() < 0.1) await new Promise<void>((resolve) => setImmediate(resolve));
  };
}

const fates: Fate[] = ['ok', 'ok', 'accepted', 'busy', 'lost', 'lost', 'never-arrived'];
const recallFates: RecallFate[] = ['ok', 'busy', 'lost', 'lost', 'never-arrived'];

/** Two processes on two hosts send and take back the same copies, each dying and coming back several times. */
async function ordeal(seed: number) {
  const random = seeded(seed);
  const store = createMemoryStore();
  const platform = createToyPlatform();
  const clock = createManualClock(start);
  let decided = false;
  for (let i = 0; i < 3; i += 1)
    await store.create(
      newDelivery({
        postId: `p${i}`,
        releaseId: i === 2 ? 'r2' : 'r1',
        plannedAt: later(i * 700),
        misfireWindow: 100_000,
      }),
    );
  const common = {
    clock,
    releases: async (id: string) => release(id),
    isLive: async (id: string) => !(decided && id === 'r1'),
    linkFor: (d: { id: string }) => d.id,
    random,
  };
  const tick = async (on: DeliveryStore) => {
    if (decided) await applyRecalls({ orders: ordersFor('r1', withdrawal()), store: on, clock, owner: 'tick' });
  };
  const live = async (host: string) => {
    const turn = turns(random);
    for (let birth = 0; birth < 4; birth += 1) {
      const life = createLife(birth === 3 ? 400 : 1 + Math.floor(random() * 60), turn);
      const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
      const channel = createToyChannel(
        platform,
        () => pick(fates),
        life.step,
        'toy',
        () => pick(recallFates),
      );
      const name = `${host}:${birth}`;
      const judge: Owner['judge'] = (other) => (other.startsWith(`${host}:`) && other !== name ? 'dead' : 'unknown');
      const mortal = mortalStore(store, life);
      const worker = createWorker({
        ...common,
        store: mortal,
        channels: new Map([['toy', channel]]),
        owner: hostOwner(name, judge),
        every: () => () => undefined,
      });
      for (let n = 0; n < 6 && !life.dead; n += 1) {
        if (random() < 0.2) decided = true;
        await tick(mortal).catch(() => undefined);
        await worker.runDue().catch(() => undefined);
        clock.advance(random() < 0.2 ? random() * 3600_000 : random() * 8000);
      }
    }
  };
  await Promise.all([live('host-a'), live('host-b')]);
  decided = true;
  const calm = createWorker({
    ...common,
    store,
    channels: new Map([['toy', createToyChannel(platform)]]),
    owner: hostOwner('host-c'),
  });
  for (let beat = 0; beat < 200; beat += 1) {
    await tick(store);
    await calm.runDue();
    clock.advance(30 * 60_000);
  }
  return { platform, deliveries: await store.list({}) };
}

test(
  '300 ordeals of two processes: of a withdrawn release nothing stays out, of the other one everything',
  async () => {
    let taken = 0;
    for (let seed = 1; seed <= 300; seed += 1) {
      const { deliveries, platform } = await ordeal(seed);
      for (const d of deliveries) {
        const copies = platform.posted.get(d.id) ?? 0;
        expect({ seed, twice: (platform.deleted.get(d.id) ?? 0) > 1 }).toEqual({ seed, twice: false });
        if (d.releaseId === 'r2') {
          expect({ seed, copies, recall: d.recall }).toEqual({
            seed,
            copies: d.state === 'dead' ? 0 : 1,
            recall: null,
          });
          continue;
        }
        expect({ seed, copies, nextAt: d.nextAt }).toEqual({ seed, copies: 0, nextAt: null });
        expect(['deleted', 'gone']).toContain(d.recall);
        if (platform.deleted.has(d.id)) taken += 1;
      }
    }
    expect(taken).toBeGreaterThan(150);
  },
  within(60_000),
);
