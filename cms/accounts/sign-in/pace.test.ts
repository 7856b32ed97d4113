import { expect, it } from 'vitest';
import { next, type Pace } from './pace.ts';

const pace: Pace = { burst: 3, every: 100 };

function tries(times: number[]): (number | 'yes')[] {
  let used = 0;
  return times.map((now) => {
    const step = next(used, pace, now);
    if ('wait' in step) return step.wait;
    used = step.used;
    return 'yes';
  });
}

it('so many at once, then one by one', () => {
  expect(tries([1000, 1000, 1000, 1000, 1099, 1100, 1101, 1200])).toEqual([
    'yes',
    'yes',
    'yes',
    100,
    1,
    'yes',
    99,
    'yes',
  ]);
});

it('knocking without end does not prolong the wait', () => {
  expect(tries([1000, 1000, 1000, ...Array<number>(50).fill(1050), 1100])).toEqual([
    'yes',
    'yes',
    'yes',
    ...Array<number>(50).fill(50),
    'yes',
  ]);
});

it('after a rest all are there again, and no more than all', () => {
  expect(tries([1000, 1000, 1000, 9000, 9000, 9000, 9000])).toEqual(['yes', 'yes', 'yes', 'yes', 'yes', 'yes', 100]);
});

it('a clock that was wrong makes nobody wait for ever', () => {
  expect(next(10_000_000, pace, 1000)).toEqual({ used: 1100 });
});
