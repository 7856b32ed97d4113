import { each } from '../../bulkhead/each.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DeliveryStore } from '../../ports/delivery-store.ts';
import type { Delivery } from '../../ports/delivery.ts';
import { isGoneLater } from './standing.ts';
import { isHeld, lastSend } from './trail.ts';
import { least } from '../../lists/least.ts';

/** What a gauge reads of a `DeliveryStore`: due and not yet finished rows, never the finished ones. */
export type GaugeStore = Pick<DeliveryStore, 'due' | 'list' | 'attempts'>;

/** Copies that are being taken back. */
export interface RecallFigures {
  /** Neither gone nor given up. */
  open: number;
  /** Of these, the ones whose deadline has passed. */
  overdue: number;
}

/** The outbox in a few figures, at one instant. Ages in whole seconds. */
export interface Gauges {
  at: Date;
  /** Due now with nobody at it. Normal for a moment. Counted up to `countedUpTo`. */
  unclaimed: number;
  /** Of these, due for more than a minute: the scheduler does not run, or cannot keep up. */
  overdue: number;
  overdueOldestSeconds: number | null;
  /** Being sent or looked at. */
  claimed: number;
  /** Accepted by the platform, result to come. */
  waiting: number;
  /** Nobody knows whether it is out. */
  unknown: number;
  /** Since the send that nobody can tell about. */
  unknownOldestSeconds: number | null;
  /** Was out, and was deleted in the account or taken off by the platform; not counted under refused or dead. */
  goneLater: number;
  /** Refused by the platform: the content must change. */
  refused: number;
  /** Handed to a person. */
  dead: number;
  /** Still to go out within the next 24 hours. */
  pendingNext24h: number;
  recallsOpen: number;
  recallsOverdue: number;
  /** Since the scheduler last finished planning; null when it never has. */
  heartbeatAgeSeconds: number | null;
}

export interface GaugeSources {
  /** When any scheduler of this deployment last finished planning. */
  heartbeat?: Date | null;
  recalls?: RecallFigures;
}

/** A backlog beyond this is a backlog, whatever its number. */
const countedUpTo = 2000;
const graceMs = 60_000;
const dayMs = 86_400_000;

const ageSeconds = (now: Date, since: Date) => Math.max(0, Math.floor((now.getTime() - since.getTime()) / 1000));
const oldest = (now: Date, instants: Date[]) => {
  const first = least(instants.map(Number));
  return first === null ? null : ageSeconds(now, new Date(first));
};

/**
 * Reads the gauges. Only indexed questions about rows that are still open, so it costs the same after ten years.
 * @throws whatever the store throws
 */
export async function gauges(
  store: GaugeStore,
  clock: Clock,
  { heartbeat = null, recalls }: GaugeSources = {},
): Promise<Gauges> {
  const now = clock.now();
  const [due, open, soon] = await Promise.all([
    store.due(now, countedUpTo),
    store.list({ states: ['claimed', 'sent', 'unknown', 'refused', 'dead'] }),
    store.list({ states: ['pending'], plannedFrom: now, plannedTo: new Date(now.getTime() + dayMs) }),
  ]);
  const unclaimed = await withNobodyAt(store, due, now);
  const late = unclaimed.flatMap(({ nextAt }) =>
    nextAt && now.getTime() - nextAt.getTime() > graceMs ? [nextAt] : [],
  );
  // Once it is taken back by ourselves, that is told instead.
  const gone = open.filter((d) => (d.state === 'dead' || d.state === 'refused') && isGoneLater(d));
  const count = (state: Delivery['state']) => open.filter((d) => d.state === state && !gone.includes(d)).length;
  return {
    at: now,
    unclaimed: unclaimed.length,
    overdue: late.length,
    overdueOldestSeconds: oldest(now, late),
    claimed: count('claimed'),
    waiting: count('sent'),
    unknown: count('unknown'),
    unknownOldestSeconds: oldest(
      now,
      await doubtfulSince(
        store,
        open.filter((d) => d.state === 'unknown'),
      ),
    ),
    goneLater: gone.length,
    refused: count('refused'),
    dead: count('dead'),
    pendingNext24h: soon.length,
    recallsOpen: recalls?.open ?? 0,
    recallsOverdue: recalls?.overdue ?? 0,
    heartbeatAgeSeconds: heartbeat && ageSeconds(now, heartbeat),
  };
}

const named = ({ channel, id }: Delivery) => [`delivery ${id}`, `${channel} 上的一份（${id}）`] as const;

/** A long attempt renews its lease and not the row: only the attempts tell whether somebody is at it. */
async function withNobodyAt(store: GaugeStore, due: readonly Delivery[], now: Date): Promise<Delivery[]> {
  // One that was never begun is nobody's.
  const free = await each(due, named, async (d) =>
    d.attempts === 0 || !isHeld((await store.attempts(d.id)).at(-1), now) ? [d] : [],
  );
  return free.flat();
}

/** Few at any time, so each is asked for its attempts. */
async function doubtfulSince(store: GaugeStore, unknown: readonly Delivery[]): Promise<Date[]> {
  return each(
    unknown.slice(0, 200),
    named,
    async (d) => lastSend(await store.attempts(d.id))?.startedAt ?? d.plannedAt,
  );
}
