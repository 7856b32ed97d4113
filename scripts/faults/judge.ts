import type { Delivery } from '../../campaigns/ports/delivery.ts';
import type { DeliveryStore } from '../../campaigns/ports/delivery-store.ts';
import type { Kind, Place } from './place.ts';

/** One delivery that did not end as it should: exactly one copy, confirmed, or none that anybody sees once it was withdrawn. */
export interface Finding {
  seed: number;
  /**
   * doubled: more than one copy is out; lost: none is, or the ledger says one is and there is none; unknown: one is
   * out and the ledger does not know; left: a copy of a withdrawn release is still there and nobody was told, or the
   * recall came to no end; person: handed to a person because the platform itself could not tell or do it.
   */
  what: 'doubled' | 'lost' | 'unknown' | 'left' | 'person';
  state: string;
  copies: number;
  /** Its attempts, one line each. */
  trail: string[];
}

export interface Judged {
  seed: number;
  kind: Kind;
  place: Place;
  store: DeliveryStore;
  /** The release that was withdrawn; null when none was. */
  withdrawn: string | null;
}

/** Compares what the outbox believes with what the platform holds. */
export async function judge({ seed, kind, place, store, withdrawn }: Judged): Promise<Finding[]> {
  const copies = Map.groupBy(await place.copies(), (id) => id);
  const visible = Map.groupBy(await place.visible(), (id) => id);
  const findings: Finding[] = [];
  for (const d of await store.list({})) {
    const [ever, now] = [copies.get(d.id)?.length ?? 0, visible.get(d.id)?.length ?? 0];
    const attempts = await store.attempts(d.id);
    const times = attempts.map((a) => a.startedAt.getTime());
    const beyond = kind.tellsForMs !== null && Math.max(...times) - Math.min(...times) >= kind.tellsForMs;
    const notices = [...copies.keys()]
      .filter((id) => id.startsWith(`${d.id}-`))
      .map((id) => copies.get(id)?.length ?? 0);
    const what = notices.some((n) => n > 1)
      ? 'doubled'
      : d.releaseId === withdrawn
        ? recalled(d, ever, now)
        : sent(d, ever, now, beyond);
    if (what === null) continue;
    const trail = attempts.map((a) => `${a.startedAt.toISOString()} ${a.kind}:${a.outcome} ${a.note}`);
    findings.push({ seed, what, state: d.recall ?? d.state, copies: now, trail });
  }
  return findings;
}

/** A copy that is gone without having been withdrawn is as lost as one that never came out. */
function sent(d: Delivery, ever: number, now: number, beyond: boolean): Finding['what'] | null {
  if (ever === 1 && now === 1 && d.state === 'confirmed' && d.recall === null) return null;
  if (ever > 1) return 'doubled';
  if (d.state === 'dead' && beyond) return 'person';
  return now === 0 ? 'lost' : 'unknown';
}

/** Told to people: they know that it is there, and what to do. */
const told: readonly (string | null)[] = ['person', 'no-receipt', 'irrevocable'];

function recalled(d: Delivery, ever: number, now: number): Finding['what'] | null {
  if (ever > 1) return 'doubled';
  if (d.nextAt !== null || d.recall === null || d.recall === 'due' || d.recall === 'running') return 'left';
  if (now > 0) return told.includes(d.recall) ? (d.recall === 'person' ? 'person' : null) : 'left';
  // Nothing is there: the ledger must not say that it was deleted when it never was, nor the other way round.
  if (d.recall === 'person') return 'person';
  return (d.recall === 'deleted') === (ever === 1) ? null : 'unknown';
}
