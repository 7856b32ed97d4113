import { expect, test } from 'vitest';
import type { DeliveryStore } from '../../ports/delivery-store.ts';
import { createManualClock } from './manual-clock.ts';
import { createMemoryStore } from '../journal/memory-store.ts';
import type { Owner } from './attempt/owner.ts';
import { running } from '../testing/attempts.ts';
import { bench, hostOwner } from '../testing/bench.ts';
import { later, newDelivery, release, seeded, start } from '../testing/fixtures.ts';
import { createLife, mortalStore } from '../testing/mortal.ts';
import { createToyChannel, createToyPlatform } from '../testing/toy-channel.ts';
import type { Fate } from '../testing/toy-channel.ts';
import { createWorker } from './worker.ts';
import { within } from '../../../.config/patience.ts';

const day = 24 * 3600_000;

/** One process works until it dies at step `k`; then another one does what is left. */
async function dieAt(k: number, fate: Fate, judge: Owner['judge']) {
  const base = await bench({ misfireWindow: 24 * 60 });
  const life = createLife(k);
  const channel = createToyChannel(base.platform, () => fate, life.step);
  const worker = createWorker({
    ...base.options,
    store: mortalStore(base.store, life),
    channels: new Map([['toy', channel]]),
  });
  await worker.runDue().catch(() => undefined);
  const heir = createWorker({ ...base.options, owner: hostOwner('host-b', judge) });
  await heir.drain(later(2 * day));
  return { ...base, delivery: await base.first(), died: life.dead };
}

test.each(['ok', 'lost', 'accepted', 'busy', 'never-arrived'] as const)(
  'dying at any step of a send that goes “%s”: neither doubled nor lost',
  async (fate) => {
    let died = true;
    let k = 1;
    for (; died; k += 1) {
      for (const judge of ['unknown', 'dead', 'alive'] as const) {
        const end = await dieAt(k, fate, () => judge);
        died = end.died;
        expect({ k, judge, state: end.delivery.state, copies: end.platform.posted.get(end.delivery.id) }).toEqual({
          k,
          judge,
          state: 'confirmed',
          copies: 1,
        });
        const trail = await end.store.attempts(end.delivery.id);
        expect(trail.map((a) => a.number)).toEqual(trail.map((_, i) => i + 1));
        expect(trail.every((a) => a.finishedAt)).toBe(true);
      }
    }
    expect(k).toBeGreaterThan(20);
  },
);

test('an heir on the same host does not wait for the lease of a dead process', async () => {
  const base = await bench();
  await base.store.claim(running((await base.first()).id, { owner: 'host-a:1:1:x', begun: true }));
  await base.store.patch((await base.first()).id, { state: 'claimed', attempts: 1, nextAt: later(35_000) });
  await createWorker({ ...base.options, owner: hostOwner('host-b') }).runDue();
  expect((await base.first()).state).toBe('claimed');
  await createWorker({ ...base.options, owner: hostOwner('host-a:2', () => 'dead') }).runDue();
  expect((await base.first()).state).toBe('confirmed');
  expect(base.platform.calls).toEqual({ send: 1, look: 1 });
});

test('a row that fell behind its attempts is brought after them', async () => {
  const base = await bench();
  await base.worker.runDue();
  const { id } = await base.first();
  await base.store.patch(id, { state: 'pending', nextAt: start, sentAt: null, externalId: null, note: null });
  await base.worker.runDue();
  expect(await base.first()).toMatchObject({
    state: 'confirmed',
    attempts: 1,
    externalId: id,
    sentAt: start,
    note: '已发布。',
  });
  expect(base.platform.calls.send).toBe(1);
});

test('a store that fails in the middle leaves nothing behind that the same worker does not heal', async () => {
  const base = await bench();
  let failures = 3;
  const flaky: DeliveryStore = {
    ...base.store,
    patchAttempt: async (...args) => {
      if (failures-- > 0) throw new Error('数据库忙');
      return base.store.patchAttempt(...args);
    },
  };
  const worker = createWorker({ ...base.options, store: flaky });
  await worker.drain(later(day));
  const { id, state } = await base.first();
  expect([state, base.platform.posted.get(id)]).toEqual(['confirmed', 1]);
});

/** Turns of the event loop, so that two workers interleave differently with each seed. */
function turns(random: () => number): () => Promise<void> {
  return async () => {
    for (let n = Math.floor(random() * 3); n > 0; n -= 1) await Promise.resolve();
    if (random() < 0.1) await new Promise<void>((resolve) => setImmediate(resolve));
  };
}

const fates: Fate[] = ['ok', 'ok', 'accepted', 'busy', 'lost', 'lost', 'never-arrived'];

/** Two processes on two hosts, each dying and coming back several times, while the clock jumps up to an hour. */
async function ordeal(seed: number) {
  const random = seeded(seed);
  const store = createMemoryStore();
  const platform = createToyPlatform();
  const clock = createManualClock(start);
  for (let i = 0; i < 4; i += 1)
    await store.create(newDelivery({ postId: `p${i}`, plannedAt: later(i * 700), misfireWindow: 100_000 }));
  let lives = 0;
  const live = async (host: string) => {
    const turn = turns(random);
    for (let birth = 0; birth < 4; birth += 1) {
      lives += 1;
      const life = createLife(birth === 3 ? 400 : 1 + Math.floor(random() * 60), turn);
      const channel = createToyChannel(platform, () => fates[Math.floor(random() * fates.length)] ?? 'ok', life.step);
      const name = `${host}:${birth}`;
      const judge: Owner['judge'] = (other) => (other.startsWith(`${host}:`) && other !== name ? 'dead' : 'unknown');
      const worker = createWorker({
        store: mortalStore(store, life),
        clock,
        channels: new Map([['toy', channel]]),
        releases: async (id) => release(id),
        isLive: async () => true,
        linkFor: (d) => d.id,
        random,
        owner: hostOwner(name, judge),
        every: () => () => undefined,
      });
      for (let n = 0; n < 6 && !life.dead; n += 1) {
        await worker.runDue().catch(() => undefined);
        clock.advance(random() < 0.2 ? random() * 3600_000 : random() * 8000);
      }
    }
  };
  await Promise.all([live('host-a'), live('host-b')]);
  const calm = createWorker({
    store,
    clock,
    channels: new Map([['toy', createToyChannel(platform)]]),
    releases: async (id) => release(id),
    isLive: async () => true,
    linkFor: (d) => d.id,
    random,
    owner: hostOwner('host-c'),
  });
  await calm.drain(later(5 * day));
  return { platform, deliveries: await store.list({}), lives };
}

test(
  '600 ordeals of two processes: never doubled, never lost',
  async () => {
    let broken = 0;
    for (let seed = 1; seed <= 600; seed += 1) {
      const { platform, deliveries } = await ordeal(seed);
      for (const d of deliveries) {
        const copies = platform.posted.get(d.id) ?? 0;
        // Ten unlucky sends in a row may end with a person, but never with two copies.
        if (d.state === 'dead') expect({ seed, copies }).toEqual({ seed, copies: 0 });
        else expect({ seed, state: d.state, copies }).toEqual({ seed, state: 'confirmed', copies: 1 });
        if (d.attempts > 1) broken += 1;
      }
    }
    expect(broken).toBeGreaterThan(600);
  },
  within(60_000),
);
