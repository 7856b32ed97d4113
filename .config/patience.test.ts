import { expect, it } from 'vitest';
import { measurePatience, within } from './patience.ts';

it('a machine is measured once, and limits are never below four times those of a quiet one', () => {
  const env: NodeJS.ProcessEnv = {};
  const patience = measurePatience(env);
  expect(patience).toBeGreaterThanOrEqual(4);
  expect(measurePatience(env)).toBe(patience);
  expect(measurePatience({ TEST_PATIENCE: '9' })).toBe(9);
  expect(measurePatience({ TEST_PATIENCE: '1' })).toBeGreaterThanOrEqual(4);
});

it('a limit stays a number that a timer can hold', () => {
  expect(within(1)).toBeGreaterThanOrEqual(4);
  expect(within(1e12)).toBe(2 ** 31 - 1);
});
