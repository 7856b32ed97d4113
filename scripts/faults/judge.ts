import type { DeliveryStore } from '../../campaigns/ports/delivery-store.ts';
import type { Kind, Place } from './place.ts';

/** One delivery that did not end with exactly one copy, confirmed. */
export interface Finding {
  seed: number;
  /**
   * doubled: more than one copy is out; lost: none is, or the ledger says one is and there is none; unknown: one is
   * out and the ledger does not know; person: handed to a person because the platform itself could not tell any more.
   */
  what: 'doubled' | 'lost' | 'unknown' | 'person';
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
}

/** Compares what the outbox believes with what the platform holds. */
export async function judge({ seed, kind, place, store }: Judged): Promise<Finding[]> {
  const copies = Map.groupBy(await place.copies(), (id) => id);
  const findings: Finding[] = [];
  for (const d of await store.list({})) {
    const count = copies.get(d.id)?.length ?? 0;
    if (count === 1 && d.state === 'confirmed') continue;
    const attempts = await store.attempts(d.id);
    const times = attempts.map((a) => a.startedAt.getTime());
    const beyond = kind.tellsForMs !== null && Math.max(...times) - Math.min(...times) >= kind.tellsForMs;
    const what = count > 1 ? 'doubled' : d.state === 'dead' && beyond ? 'person' : count === 0 ? 'lost' : 'unknown';
    const trail = attempts.map((a) => `${a.startedAt.toISOString()} ${a.kind}:${a.outcome} ${a.note}`);
    findings.push({ seed, what, state: d.state, copies: count, trail });
  }
  return findings;
}
