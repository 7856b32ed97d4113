import { expect, it } from 'vitest';
import { deliveryStates } from '../../ports/delivery.ts';
import { isPending, isSettled, isSuperseded, mayBeOutThere } from './standing.ts';

const which = (
  test: (copy: { state: (typeof deliveryStates)[number]; superseded: boolean }) => boolean,
  superseded = false,
) => deliveryStates.filter((state) => test({ state, superseded }));

it('every state is pending or settled; what the plan itself took out is neither', () => {
  expect(which(isPending)).toEqual(['pending']);
  expect(which(isSettled)).toEqual(deliveryStates.filter((state) => state !== 'pending'));
  expect(which(isSuperseded)).toEqual([]);
  expect(which(isSuperseded, true)).toEqual(['skipped']);
  expect(which(isSettled, true)).toEqual(deliveryStates.filter((state) => state !== 'pending' && state !== 'skipped'));
});

it('what may be out, or was, takes of the platform’s quota', () => {
  expect(which(mayBeOutThere)).toEqual(['claimed', 'sent', 'unknown', 'confirmed', 'withdrawn']);
});
