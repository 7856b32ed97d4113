import type { FaultPlan } from './fault.ts';
import type { Outcome } from './ordeal.ts';
import type { Wire } from './wire.ts';

/** What all seeds together went through: a storm without wind proves nothing. */
export interface Tally {
  deliveries: number;
  deaths: number;
  requests: number;
  faults: Map<string, number>;
  states: Map<string, number>;
  /** Minutes of simulated time from the plan to the end, slowest first. */
  minutes: number[];
}

export const newTally = (): Tally => ({
  deliveries: 0,
  deaths: 0,
  requests: 0,
  faults: new Map(),
  states: new Map(),
  minutes: [],
});

const more = (map: Map<string, number>, key: string, by = 1) => map.set(key, (map.get(key) ?? 0) + by);

export function count(tally: Tally, outcome: Outcome, faults: FaultPlan, wire: Wire): void {
  tally.deliveries += outcome.deliveries.length;
  tally.deaths += outcome.deaths;
  tally.requests += wire.seen.length;
  for (const [kind, n] of faults.struck) more(tally.faults, kind, n);
  for (const d of outcome.deliveries) {
    more(tally.states, d.state);
    const end = outcome.attempts.get(d.id)?.at(-1)?.finishedAt;
    if (end) tally.minutes.push(Math.round((end.getTime() - d.plannedAt.getTime()) / 60_000));
  }
  tally.minutes.sort((a, b) => b - a);
}

/** One delivery that did not end as hoped, with all that is needed to see why. */
export interface Finding {
  seed: number;
  seen: unknown;
  hoped: unknown;
  trail: string[];
  wire: string[];
}

/** A finding when `seen` is not `hoped`; none otherwise. */
export function judge(
  seed: number,
  seen: object,
  hoped: object,
  outcome: Outcome,
  deliveryId: string,
  wire: Wire,
): Finding[] {
  if (JSON.stringify(seen) === JSON.stringify(hoped)) return [];
  const trail = (outcome.attempts.get(deliveryId) ?? []).map(
    (a) => `${a.startedAt.toISOString()} ${a.kind}:${a.outcome} ${a.note}`,
  );
  return [{ seed, seen, hoped, trail, wire: wire.seen.map((s) => `${s.line} ${s.fault ?? ''}`.trim()) }];
}
