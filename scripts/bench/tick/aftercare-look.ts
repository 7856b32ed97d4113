import type { Payload } from 'payload';
import type { Channel } from '../../../campaigns/channels/channel.ts';
import { createAftercare } from '../../../campaigns/outbox/engine/aftercare.ts';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { createDeliveryStore } from '../../../cms/store/payload-delivery-store.ts';
import { summary } from '../figures.ts';

const times = 15;

/**
 * What it costs each minute to find the copies of the last thirty days that may be looked at again, among all that have ever gone
 * out: processor milliseconds of this process and on the clock, medians. The platform has nothing to say and is not asked.
 */
export async function aftercareLook(payload: Payload): Promise<{ ms: number; wall: number }> {
  const silent: Pick<Channel, 'id' | 'later'> = {
    id: 'wechat',
    later: { told: async () => () => false, look: async () => null },
  };
  const tend = createAftercare({
    store: createDeliveryStore(payload),
    channels: new Map([['wechat', silent as Channel]]),
    clock: systemClock,
    owner: 'bench',
    log: () => undefined,
    releases: () => Promise.reject(new Error('not asked')),
    linkFor: () => 'https://example.com/s/1',
    watches: [{ channel: 'wechat', days: 30, everyHours: 24 }],
  });
  const [ms, wall]: [number[], number[]] = [[], []];
  for (let n = 0; n < times; n += 1) {
    const [before, began] = [process.cpuUsage(), performance.now()];
    await tend();
    const { system, user } = process.cpuUsage(before);
    ms.push((system + user) / 1000);
    wall.push(performance.now() - began);
  }
  return { ms: summary(ms).median, wall: summary(wall).median };
}
