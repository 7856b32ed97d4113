import { createManualClock } from '../../../campaigns/outbox/engine/manual-clock.ts';
import type { ManualClock } from '../../../campaigns/outbox/engine/manual-clock.ts';
import { createMemoryStore } from '../../../campaigns/outbox/journal/memory-store.ts';
import { createWorker } from '../../../campaigns/outbox/engine/worker.ts';
import type { Channel } from '../../../campaigns/channels/channel.ts';
import type { Attempt } from '../../../campaigns/ports/attempt.ts';
import type { Delivery } from '../../../campaigns/ports/delivery.ts';
import type { Release } from '../../../campaigns/ports/release.ts';
import { abandoningStore, createLife } from './abandon.ts';
import type { Wire } from './wire.ts';

export const start = new Date('2026-06-14T09:00:00+08:00');
const dayMs = 24 * 3600_000;

/** One platform and what is to be done with it. */
export interface Ordeal {
  random(): number;
  clock: ManualClock;
  wire: Wire;
  /** A channel as a new process would make it. */
  channel(): Channel;
  releases: Release[];
  /** How many workers are abandoned before one may finish. */
  deaths: number;
}

export interface Outcome {
  deliveries: Delivery[];
  attempts: Map<string, Attempt[]>;
  deaths: number;
}

export const newClock = (): ManualClock => createManualClock(start);

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** What an abandoned worker still has on the wire arrives before simulated time leaps on; the socket knows no such leaps. */
async function calmWire(wire: Wire): Promise<void> {
  for (let quiet = 0; quiet < 4; quiet = wire.inFlight() === 0 ? quiet + 1 : 0) await pause(4);
}

/**
 * Pushes every release through a real worker and a real channel while workers are abandoned at random: at a call of the
 * store, or while a request is on its way. The last one works until nothing is left to do.
 */
export async function endure({ random, clock, wire, channel, releases, deaths }: Ordeal): Promise<Outcome> {
  const store = createMemoryStore();
  const any = (n: number) => Math.floor(random() * n);
  for (const [i, release] of releases.entries()) {
    await store.create({
      campaignId: 'c1',
      postId: `p${i}`,
      channel: channel().id,
      releaseId: release.id,
      plannedAt: new Date(start.getTime() + i * any(3000)),
      misfire: 'late',
      misfireWindow: 7 * 24 * 60,
    });
  }
  let died = 0;
  for (let birth = 0; birth <= deaths; birth += 1) {
    const life = createLife();
    const last = birth === deaths;
    const onWire = !last && random() < 0.4;
    let requests = 1 + any(12);
    wire.onArrive(() => {
      requests -= 1;
      if (onWire && requests <= 0) life.finish();
    });
    const name = `host-${any(2)}:${birth}`;
    const worker = createWorker({
      store: abandoningStore(store, life, last || onWire ? Infinity : 1 + any(60), random() < 0.5 ? 'before' : 'after'),
      channels: new Map([[channel().id, channel()]]),
      clock,
      random,
      every: () => () => undefined,
      releases: async (id) => releases.find((r) => r.id === id) ?? Promise.reject(new Error(`没有 ${id}`)),
      isLive: async () => true,
      linkFor: (d, r) => `https://www.example.gov.cn/s/${r.serial}?d=${d.id}`,
      owner: {
        name,
        judge: (other) => (other !== name && other.split(':')[0] === name.split(':')[0] ? 'dead' : 'unknown'),
      },
    });
    await Promise.race([worker.drain(new Date(start.getTime() + 9 * dayMs)), life.end]);
    if (life.over) died += 1;
    await calmWire(wire);
  }
  const deliveries = await store.list({});
  const attempts = new Map(await Promise.all(deliveries.map(async (d) => [d.id, await store.attempts(d.id)] as const)));
  return { deliveries, attempts, deaths: died };
}
