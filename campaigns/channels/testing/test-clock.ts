import type { Clock } from '../../ports/clock.ts';

/** Time that moves only when told, or when somebody sleeps. */
export interface TestClock extends Clock {
  advance(ms: number): void;
}

export function testClock(start = '2027-03-15T09:00:00+08:00'): TestClock {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    advance: (ms) => void (now += ms),
    sleep: async (ms) => void (now += ms),
  };
}
