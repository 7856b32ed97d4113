import type { Channel } from '../../../channels/channel.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { DeliveryStore } from '../../../ports/delivery-store.ts';
import type { Delivery } from '../../../ports/delivery.ts';
import type { Release } from '../../../ports/release.ts';
import type { Limits } from '../../journal/limits.ts';
import type { Log } from './log.ts';
import type { Owner } from './owner.ts';

/** What every step of the outbox needs; one per worker. */
export interface OutboxContext {
  store: DeliveryStore;
  channels: ReadonlyMap<string, Channel>;
  /**
   * A release as this delivery sends it: words of its own may stand where the summary stood. Rejects when it cannot be
   * read; that counts as a retry, for nothing has been sent.
   */
  releases(id: string, delivery: Delivery): Promise<Release>;
  /** False once the release was withdrawn or replaced: then it is never sent. */
  isLive(releaseId: string): Promise<boolean>;
  /** True while nothing new may be sent on this channel: its deliveries stay pending. When it rejects, nothing is sent either. */
  paused(channel: string): boolean | Promise<boolean>;
  /** Absolute public URL of the story, with the delivery's id for correlation. */
  linkFor(delivery: Delivery, release: Release): string;
  clock: Clock;
  /** In [0, 1): jitter. */
  random(): number;
  log: Log;
  owner: Owner;
  limits: Limits;
  /** Attempts (`deliveryId#number`) that this worker is running now: its other unfinished ones are orphans. */
  running: Set<string>;
  /** Calls `act` every `ms` real milliseconds until the returned function is called. */
  every(ms: number, act: () => void): () => void;
}

/** The machine's timer; it does not keep a process alive. */
export function everyReal(ms: number, act: () => void): () => void {
  const timer = setInterval(act, ms);
  timer.unref();
  return () => clearInterval(timer);
}
