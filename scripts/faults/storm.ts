import { inParallel } from '../e2e/strict/in-parallel.ts';
import type { Finding } from './judge.ts';
import type { Kind } from './place.ts';
import { run } from './run.ts';

export interface StormOptions {
  runs: number;
  /** The first of `runs` seeds in a row. */
  seed: number;
  /** Called from time to time with how many runs are done. */
  tell?(done: number): void;
}

/** All runs together. */
export interface StormReport {
  runs: number;
  seed: number;
  seconds: number;
  deliveries: number;
  crashes: number;
  faults: number;
  jumps: number;
  pairs: number;
  doubled: number;
  lost: number;
  unknown: number;
  person: number;
  findings: Finding[];
}

/** Runs many seeds, a few side by side: most of a run is waiting for its own sockets. */
export async function storm(kind: Kind, { runs, seed, tell = () => {} }: StormOptions): Promise<StormReport> {
  const started = performance.now();
  let done = 0;
  const results = await inParallel(runs, 8, async (n) => {
    const result = await run(kind, seed + n - 1);
    done += 1;
    if (done % 200 === 0) tell(done);
    return [result];
  });
  const sum = (of: 'deliveries' | 'crashes' | 'faults' | 'jumps' | 'pairs') => results.reduce((total, r) => total + r[of], 0);
  const findings = results.flatMap((r) => r.findings).sort((a, b) => a.seed - b.seed);
  const count = (what: Finding['what']) => findings.filter((f) => f.what === what).length;
  return {
    runs, seed, seconds: Math.round((performance.now() - started) / 1000),
    deliveries: sum('deliveries'), crashes: sum('crashes'), faults: sum('faults'), jumps: sum('jumps'), pairs: sum('pairs'),
    doubled: count('doubled'), lost: count('lost'), unknown: count('unknown'), person: count('person'), findings,
  };
}
