import { createManualClock, type ManualClock } from '../../campaigns/outbox/engine/manual-clock.ts';
import { createMemoryStore } from '../../campaigns/outbox/journal/memory-store.ts';
import { applyRecalls } from '../../campaigns/outbox/engine/recall/apply-recalls.ts';
import { createWorker } from '../../campaigns/outbox/engine/worker.ts';
import { sampleRelease } from '../../campaigns/channels/testing/release.ts';
import type { Channel } from '../../campaigns/channels/channel.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import type { DeliveryStore } from '../../campaigns/ports/delivery-store.ts';
import type { RecallOrder } from '../../campaigns/ports/recall.ts';
import { abandoningStore, createLife, type Life } from '../e2e/strict/abandon.ts';
import { seeded } from '../../campaigns/channels/testing/random.ts';
import { judge, type Finding } from './judge.ts';
import { ordeals, type Ordeal } from './ordeal.ts';
import type { Kind, Place } from './place.ts';

/** What one run went through and how it ended. */
export interface RunResult {
  deliveries: number;
  crashes: number;
  faults: number;
  jumps: number;
  /** Times that two workers were at it together. */
  pairs: number;
  findings: Finding[];
}

const start = new Date('2026-06-14T09:00:00+08:00');
const hour = 3_600_000;
const day = 24 * hour;
/** Crash points are gone through one after the other, seed by seed: an attempt has fewer steps than this. */
const steps = 60;

interface Scene {
  /** What a seed decides: who dies where, what breaks, when two are at it. */
  random(): number;
  clock: ManualClock;
  place: Place;
  store: DeliveryStore;
  kind: Kind;
  /** Forward and backward leaps of the clock, in milliseconds. */
  leaps: number[];
  ordeal: Ordeal;
  /** Calls of a channel that living processes are in the middle of. */
  busy: Set<symbol>;
  /** Whether `withdrawnRelease` is to be withdrawn in this run, and whether that has been decided yet. */
  recall: 'none' | 'open' | 'decided';
}

const withdrawnRelease = 'r0';
const order: RecallOrder = {
  id: 'w:1',
  kind: 'withdraw',
  reason: '示例：内容有误',
  at: new Date('2026-06-14T09:00:00+08:00'),
  deadline: '2026-06-17',
  correction: null,
};

/** Everything at once. */
const mixed = ordeals.at(-1) as Ordeal;

/**
 * One seed: one or two deliveries through the real worker and client while what the ordeal names happens: processes
 * die, connections break, two workers race, the clock leaps from an hour back to three days ahead. The last worker has
 * peace and finishes.
 * @param step which of the crash points the first process dies at
 */
export async function run(kind: Kind, seed: number, ordeal: Ordeal = mixed, step = seed): Promise<RunResult> {
  const random = seeded(seed * 7919);
  const clock = createManualClock(start);
  const place = await kind.open({
    clock,
    random,
    modes: ordeal.modes,
    callbacks: ordeal.callbacks,
    recalls: Boolean(ordeal.recalls),
  });
  const scene: Scene = {
    random,
    clock,
    place,
    store: createMemoryStore(),
    kind,
    leaps: [],
    ordeal,
    busy: new Set(),
    recall: 'none',
  };
  const any = (n: number) => Math.floor(random() * n);
  const result: RunResult = { deliveries: 1 + any(2), crashes: 0, faults: 0, jumps: 0, pairs: 0, findings: [] };
  if (ordeal.recalls && random() < ordeal.recalls) scene.recall = 'open';
  try {
    for (let i = 0; i < result.deliveries; i += 1) {
      await scene.store.create({
        campaignId: 'c1',
        postId: `p${i}`,
        channel: place.channel().id,
        releaseId: `r${i}`,
        plannedAt: new Date(start.getTime() + i * any(3000)),
        misfire: 'late',
        misfireWindow: 60 * 24 * 60,
      });
    }
    for (let birth = 0, births = 1 + any(3); birth < births; birth += 1) {
      if (random() < ordeal.strikes) place.strike();
      const pair = random() < ordeal.pairs;
      if (pair) result.pairs += 1;
      const at = birth === 0 ? (step % steps) + 1 : 1 + any(steps);
      const died = await Promise.all([
        live(scene, `${birth}a`, at),
        ...(pair ? [live(scene, `${birth}b`, 1 + any(steps))] : []),
      ]);
      result.crashes += died.filter(Boolean).length;
      await place.wire.calm();
      if (random() < ordeal.leaps) leap(scene);
    }
    place.relent();
    if (scene.recall === 'open') scene.recall = 'decided';
    await live(scene, 'last', Infinity);
    result.faults = place.struck();
    result.jumps = scene.leaps.length;
    result.findings = await judge({
      seed,
      kind,
      place,
      store: scene.store,
      withdrawn: scene.recall === 'decided' ? withdrawnRelease : null,
    });
    return result;
  } finally {
    await place.close();
  }
}

function leap({ random, clock, leaps }: Scene): void {
  const ms = random() < 0.3 ? -Math.round(random() * hour) : Math.round(random() ** 2 * 3 * day);
  leaps.push(ms);
  if (ms < 0) clock.set(new Date(clock.now().getTime() + ms));
  else clock.advance(ms);
}

/** One process until it dies at its `last` step (a call of its store or a request of its own), or nothing is left to do. */
async function live(scene: Scene, birth: string, last: number): Promise<boolean> {
  const { clock, place, store } = scene;
  // Drawn from while sockets decide the order, so a stream of its own: the plan of a seed stays the same.
  const random = seeded(Math.floor(scene.random() * 2 ** 31));
  const life = createLife();
  const { dies, leaps } = scene.ordeal;
  const peaceful = last === Infinity;
  const drawn = random() < 0.4;
  const onWire = !peaceful && (dies === 'wire' || (dies === 'either' && drawn));
  const inStore = !peaceful && !onWire && dies !== 'never';
  let requests = 1 + Math.floor(random() * 8);
  place.wire.onRequest(
    peaceful
      ? null
      : () => {
          requests -= 1;
          if (random() < 0.1) decide(scene);
          if (onWire && requests <= 0) life.finish();
          else if (leaps > 0 && random() < 0.02) leap({ ...scene, random });
        },
  );
  const host = `host-${Math.floor(random() * 2)}`;
  const name = `${host}:${birth}`;
  const channel = atWork(place.channel(), life, scene.busy);
  const mortal = abandoningStore(store, life, inStore ? last : Infinity, random() < 0.5 ? 'before' : 'after');
  // As the planning tick of each minute would.
  const tell = async () =>
    scene.recall === 'decided'
      ? applyRecalls({ orders: new Map([[withdrawnRelease, [order]]]), store: mortal, clock, owner: name })
      : 0;
  const heartbeat = async () => {
    if (random() < 0.1) decide(scene);
    await tell();
  };
  const worker = createWorker({
    store: mortal,
    channels: new Map([[channel.id, channel]]),
    clock: unhurried(scene, heartbeat),
    random,
    every: () => () => undefined,
    releases: async (id) =>
      sampleRelease({
        id,
        serial: 100 + Number(id.slice(1)),
        title: `第${id.slice(1)}号示例稿`,
        summary: `第${id.slice(1)}号示例摘要。`,
      }),
    isLive: async (id) => scene.recall !== 'decided' || id !== withdrawnRelease,
    linkFor: (d, r) => `https://www.example.gov.cn/s/${r.serial}?d=${d.id}`,
    // Of its own host it knows who of earlier births is dead; those of its own birth may live.
    owner: {
      name,
      judge: (other) =>
        other.startsWith(`${host}:`) && Number.parseInt(other.split(':')[1] ?? '', 10) < Number.parseInt(birth, 10)
          ? 'dead'
          : 'unknown',
    },
  });
  const finish = async () => {
    do await worker.drain(new Date(clock.now().getTime() + (peaceful ? 60 : 4) * day));
    while ((await tell()) > 0);
  };
  await Promise.race([finish(), life.end]);
  return life.over;
}

/** The signer withdraws in the middle of it all. */
function decide(scene: Scene): void {
  if (scene.recall === 'open') scene.recall = 'decided';
}

/** The channel as it is, with its calls counted while their process lives. */
function atWork(channel: Channel, life: Life, busy: Set<symbol>): Channel {
  const own = new Set<symbol>();
  void life.end.then(() => own.forEach((call) => busy.delete(call)));
  const counted =
    <J, R>(act: (job: J) => Promise<R>) =>
    async (job: J): Promise<R> => {
      const call = Symbol('call');
      own.add(call);
      if (!life.over) busy.add(call);
      try {
        return await act(job);
      } finally {
        busy.delete(call);
      }
    };
  const { lookWithdrawn } = channel;
  return {
    ...channel,
    send: counted((job) => channel.send(job)),
    look: counted((job) => channel.look(job)),
    withdraw: counted((job) => channel.withdraw(job)),
    ...(lookWithdrawn ? { lookWithdrawn: counted((job) => lookWithdrawn.call(channel, job)) } : {}),
  };
}

/** Simulated time waits for what is under way: on a real clock no request takes as long as a lease. */
const unhurried = ({ clock, place, busy }: Scene, heartbeat: () => Promise<void>): Clock => ({
  now: () => clock.now(),
  sleep: async (ms, signal) => {
    do await place.wire.calm();
    while (busy.size > 0);
    await heartbeat();
    await clock.sleep(ms, signal);
  },
});
