import { expect, it } from 'vitest';
import { lockedUntil } from './locked-until.ts';

const limit = { failures: 5, closed: 100 };

it('five failures close it for the time of the lock, counted from the fifth', () => {
  expect(lockedUntil([1, 2, 3, 4], limit, 5)).toBeNull();
  expect(lockedUntil([5, 4, 3, 2, 1], limit, 6)).toBe(105);
  expect(lockedUntil([1, 2, 3, 4, 5], limit, 105)).toBeNull();
});

it('a failure after the lock begins a new count', () => {
  expect(lockedUntil([1, 2, 3, 4, 5, 106, 107, 108, 109], limit, 110)).toBeNull();
  expect(lockedUntil([1, 2, 3, 4, 5, 106, 107, 108, 109, 110], limit, 111)).toBe(210);
});

it('failures that slipped in side by side do not prolong the lock', () => {
  expect(lockedUntil([1, 1, 1, 1, 1, 1, 1, 50], limit, 60)).toBe(101);
});
