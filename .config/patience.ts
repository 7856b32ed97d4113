// How long a test may wait before it gives up: written for a quiet machine, stretched by what this one takes for known work.
// A limit never makes a passing test slower; one that is too short fails on a machine that also does something else.
import { spawnSync } from 'node:child_process';

const variable = 'TEST_PATIENCE';
/** Milliseconds that the work below takes on two quiet cores. */
const quiet = 150;
/** Load comes and goes after measuring: limits are never below this many times what a quiet machine needs. */
const least = 4;
const most = 64;

/**
 * Measures this machine once a run: a Node process that starts, counts and ends, the slowest of three. Kept in the
 * environment for the workers.
 */
export function measurePatience(env: NodeJS.ProcessEnv = process.env): number {
  const known = Number(env[variable]);
  if (known >= least && known <= most) return known;
  const times = Array.from({ length: 3 }, () => {
    const from = performance.now();
    spawnSync(process.execPath, ['-e', 'let n = 0; for (let i = 0; i < 3e7; i += 1) n += i % 7'], { stdio: 'ignore' });
    return performance.now() - from;
  });
  const patience = Math.min(most, Math.max(least, Math.ceil((least * Math.max(...times)) / quiet)));
  env[variable] = String(patience);
  return patience;
}

/** The limit on this machine of what takes at most `ms` on a quiet one, in milliseconds. */
export const within = (ms: number): number => Math.min(ms * measurePatience(), 2 ** 31 - 1);
