import type { DeliveryStore } from '../../ports/delivery-store.ts';
import { createManualClock } from '../engine/manual-clock.ts';
import { createMemoryStore } from '../journal/memory-store.ts';
import type { Owner } from '../engine/attempt/owner.ts';
import { createWorker } from '../engine/worker.ts';
import type { WorkerOptions } from '../engine/worker.ts';
import { newDelivery, release, seeded, start } from './fixtures.ts';
import { createToyChannel, createToyPlatform } from './toy-channel.ts';
import type { Fate } from './toy-channel.ts';

export const hostOwner = (name: string, judge: Owner['judge'] = () => 'unknown'): Owner => ({ name, judge });

/** A worker on an in-memory store with one toy channel and one delivery due at `start`. */
export async function bench(
  given: { fates?: Fate[]; store?: DeliveryStore; misfireWindow?: number } & Partial<WorkerOptions> = {},
) {
  const { fates = [], store = createMemoryStore(), misfireWindow = 60, ...options } = given;
  const platform = createToyPlatform();
  const clock = createManualClock(start);
  const channel = createToyChannel(platform, () => fates.shift() ?? 'ok');
  const all: WorkerOptions = {
    store,
    clock,
    channels: new Map([['toy', channel]]),
    releases: async (id) => release(id),
    isLive: async () => true,
    linkFor: (d) => `https://example.com/s/1?d=${d.id}`,
    random: seeded(1),
    owner: hostOwner('host-a'),
    ...options,
  };
  await store.create(newDelivery({ misfireWindow }));
  const first = async () => {
    const [found] = await store.list({});
    if (!found) throw new Error('no delivery');
    return found;
  };
  return { platform, clock, store, worker: createWorker(all), options: all, first };
}
