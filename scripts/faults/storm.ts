import { inParallel } from '../e2e/strict/in-parallel.ts';
import type { Finding } from './judge.ts';
import type { Ordeal } from './ordeal.ts';
import type { Kind } from './place.ts';
import { run } from './run.ts';

export interface StormOptions {
  runs: number;
  /** The first of `runs` seeds in a row. */
  seed: number;
  /** Called from time to time with how many runs are done. */
  tell?(done: number): void;
}

/** What one kind of misfortune did. */
export interface FaultRow {
  id: string;
  name: string;
  runs: number;
  deliveries: number;
  doubled: number;
  lost: number;
  /** One is out and the ledger does not know. */
  unknown: number;
  /** A copy of a withdrawn release is still there and nobody was told. */
  left: number;
  /** Handed to a person because the platform itself could not tell any more. */
  person: number;
}

/** All runs together. */
export interface StormReport extends Omit<FaultRow, 'id' | 'name'> {
  seed: number;
  seconds: number;
  crashes: number;
  faults: number;
  jumps: number;
  pairs: number;
  table: FaultRow[];
  findings: Finding[];
}

/** Runs many seeds, a few side by side: most of a run is waiting for its own sockets. Kinds of misfortune take turns. */
export async function storm(
  kind: Kind,
  ordeals: readonly Ordeal[],
  { runs, seed, tell = () => {} }: StormOptions,
): Promise<StormReport> {
  const started = performance.now();
  let done = 0;
  const results = await inParallel(runs, 8, async (n) => {
    const own = seed + n - 1;
    const ordeal = ordeals[own % ordeals.length] as Ordeal;
    // Within one kind the crash points follow each other.
    const result = await run(kind, own, ordeal, Math.floor(own / ordeals.length));
    done += 1;
    if (done % 200 === 0) tell(done);
    return [{ ...result, id: ordeal.id }];
  });
  const sum = (of: 'deliveries' | 'crashes' | 'faults' | 'jumps' | 'pairs', some = results) =>
    some.reduce((total, r) => total + r[of], 0);
  const findings = results.flatMap((r) => r.findings).sort((a, b) => a.seed - b.seed);
  const counts = (some: readonly Finding[]) => {
    const count = (what: Finding['what']) => some.filter((f) => f.what === what).length;
    return {
      doubled: count('doubled'),
      lost: count('lost'),
      unknown: count('unknown'),
      left: count('left'),
      person: count('person'),
    };
  };
  const table = ordeals.map(({ id, name }) => {
    const own = results.filter((r) => r.id === id);
    return {
      id,
      name,
      runs: own.length,
      deliveries: sum('deliveries', own),
      ...counts(own.flatMap((r) => r.findings)),
    };
  });
  return {
    runs,
    seed,
    seconds: Math.round((performance.now() - started) / 1000),
    deliveries: sum('deliveries'),
    crashes: sum('crashes'),
    faults: sum('faults'),
    jumps: sum('jumps'),
    pairs: sum('pairs'),
    ...counts(findings),
    table,
    findings,
  };
}
