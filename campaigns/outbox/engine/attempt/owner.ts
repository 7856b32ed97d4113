import { systemClock } from '../../../ports/clock.ts';
import { randomBytes } from 'node:crypto';
import { hostname, uptime } from 'node:os';

/** Who claims attempts, and what can be told about others who did. */
export interface Owner {
  /** `host:pid:start:random`; start is when the process began, in epoch milliseconds. */
  readonly name: string;
  /** `unknown` for owners on other hosts: only their lease tells. */
  judge(name: string): 'alive' | 'dead' | 'unknown';
}

/** What `processOwner` asks of the machine; a test gives its own. */
export interface Machine {
  host: string;
  pid: number;
  start: number;
  bootedAt: number;
  runs(pid: number): boolean;
}

const thisMachine = (): Machine => ({
  host: hostname(),
  pid: process.pid,
  start: Math.round(performance.timeOrigin),
  bootedAt: systemClock.now().getTime() - uptime() * 1000,
  runs,
});

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, but somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The owner for one worker of this process: a worker that restarts on its host knows at once whose claims are orphans. */
export function processOwner(machine: Machine = thisMachine()): Owner {
  const name = `${machine.host}:${machine.pid}:${machine.start}:${randomBytes(4).toString('hex')}`;
  return {
    name,
    judge(other) {
      const [host, pid, start] = other.split(':');
      if (host !== machine.host) return 'unknown';
      if (Number(start) < machine.bootedAt) return 'dead';
      // In a container every process is number 1: the same number with another start is an earlier life.
      if (Number(pid) === machine.pid) return Number(start) === machine.start ? 'alive' : 'dead';
      return machine.runs(Number(pid)) ? 'alive' : 'dead';
    },
  };
}
