import { expect, test } from 'vitest';
import { lookDelay, retryDelay } from './backoff.ts';

const none = () => 0;

test('retries quadruple from three seconds to half an hour', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map((n) => retryDelay(n, 0, none) / 1000)).toEqual([3, 12, 48, 192, 768, 1800, 1800]);
});

test('never earlier than the channel says, and never more than a fifth later', () => {
  expect(retryDelay(1, 8 * 3600_000, none)).toBe(8 * 3600_000);
  expect(retryDelay(1, 10_000, () => 0.999)).toBeLessThanOrEqual(12_000);
});

test('looks follow the channel, and grow by half up to an hour when it always names a short time', () => {
  expect([0, 1, 2].map((n) => lookDelay(n, 4000))).toEqual([4000, 4000, 4000]);
  expect([0, 1, 2].map((n) => lookDelay(n, 0))).toEqual([1000, 1500, 2250]);
  expect(lookDelay(40, 4000)).toBe(3600_000);
  expect(lookDelay(3, 2 * 3600_000)).toBe(2 * 3600_000);
});
