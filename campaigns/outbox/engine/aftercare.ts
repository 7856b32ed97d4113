import { each } from '../../bulkhead/each.ts';
import { inTime } from '../../bulkhead/in-time.ts';
import type { Delivery } from '../../ports/delivery.ts';
import type { OutboxContext } from './attempt/context.ts';
import { enterGoneLater, mayBeLookedAtAgain } from '../journal/gone-later.ts';
import { lastSendAt, learned, resumedAt } from '../journal/trail.ts';

/** How long, and how often, confirmed copies of a channel are looked at again. */
export interface Watch {
  channel: string;
  /** Days after the planned minute. */
  days: number;
  /** Hours between two looks at one copy. */
  everyHours: number;
}

type Parts = Pick<OutboxContext, 'store' | 'channels' | 'releases' | 'linkFor' | 'clock' | 'log'> & {
  watches: readonly Watch[];
  owner: string;
  /** How long a platform may take for one answer, in milliseconds; then it is told, and asked again at another call. */
  answerMs?: number;
};

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const patientMs = 30_000;

/**
 * Notices that a platform or somebody on it has taken a confirmed copy away. At each call, for each channel: every copy
 * that the platform has spoken of within the last day, and one more, the one longest unlooked at. So a restart, which
 * forgets when each was looked at, costs one question a minute and no more. Channels are asked side by side: one that does not
 * answer makes no other wait.
 * @returns the tick; it resolves with how many copies were found gone; what fails is told as stuck
 */
export function createAftercare({
  store,
  channels,
  releases,
  linkFor,
  clock,
  log,
  watches,
  owner,
  answerMs = patientMs,
}: Parts): () => Promise<number> {
  const lookedAt = new Map<string, number>();

  async function lookAt(delivery: Delivery): Promise<boolean> {
    const later = channels.get(delivery.channel)?.later;
    if (!later) return false;
    lookedAt.set(delivery.id, clock.now().getTime());
    const trail = await store.attempts(delivery.id);
    const release = await releases(delivery.releaseId, delivery).catch(() => null);
    if (!release) return false;
    const gone = await inTime(answerMs, (signal) =>
      later.look({
        deliveryId: delivery.id,
        release,
        link: linkFor(delivery, release),
        progress: learned(delivery.progress, trail),
        lastSendAt: lastSendAt(trail),
        resumedAt: resumedAt(trail),
        // A look that finds nothing leaves nothing behind.
        record: async () => {},
        signal,
      }),
    );
    if (!gone || !(await enterGoneLater(store, clock, delivery.id, gone, owner, trail))) return false;
    log(`${delivery.channel} ${delivery.id} 发布以后不在了：${gone.note}`);
    return true;
  }

  async function tend({ channel, days, everyHours }: Watch): Promise<number> {
    const later = channels.get(channel)?.later;
    if (!later) return 0;
    const now = clock.now().getTime();
    const told = await inTime(answerMs, () => later.told(new Date(now - dayMs)));
    const out = await store.list({ states: ['confirmed'], plannedFrom: new Date(now - days * dayMs) });
    const own = out.filter((d) => d.channel === channel && mayBeLookedAtAgain(d));
    const since = (d: Delivery) => lookedAt.get(d.id) ?? (d.sentAt ?? d.plannedAt).getTime();
    const spoken = own.filter((d) => told(d.progress));
    const longest = own
      .filter((d) => !spoken.includes(d) && now - since(d) >= everyHours * hourMs)
      .sort((a, b) => since(a) - since(b))
      .slice(0, 1);
    const gone = await each(
      [...spoken, ...longest],
      (delivery) => [`delivery ${delivery.id}`, `${channel} 上的一份（${delivery.id}）`],
      lookAt,
    );
    return gone.filter(Boolean).length;
  }

  const own = (watch: Watch) => each([watch], ({ channel }) => [`channel ${channel}`, `渠道 ${channel}`], tend);
  return async () => (await Promise.all(watches.map(own))).flat().reduce((a, b) => a + b, 0);
}
