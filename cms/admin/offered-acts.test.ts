import { expect, it } from 'vitest';
import { deliveryStates } from '../../campaigns/ports/delivery.ts';
import { offeredActs } from './offered-acts.ts';

const table = (withdrawn: boolean) =>
  Object.fromEntries(deliveryStates.map((state) => [state, offeredActs({ state, releaseWithdrawn: withdrawn }).join(' ')]).filter(([, acts]) => acts !== ''));

it('offers what settles a copy that waits for a person', () => {
  expect(table(false)).toEqual({ unknown: 'confirm', refused: 'confirm resume', dead: 'confirm resume', skipped: 'resume' });
});

it('offers to take down, and never to send, what was withdrawn', () => {
  expect(table(true)).toEqual({ sent: 'confirm withdraw', unknown: 'confirm', confirmed: 'withdraw', refused: 'confirm withdraw', dead: 'confirm withdraw' });
});

it('offers nothing for what the plan has taken out, nor to send what is being taken back', () => {
  expect(offeredActs({ state: 'skipped', releaseWithdrawn: false, superseded: true })).toEqual([]);
  expect(offeredActs({ state: 'dead', releaseWithdrawn: false, recall: 'due' })).not.toContain('resume');
  expect(offeredActs({ state: 'confirmed', releaseWithdrawn: true, recall: 'person' })).toEqual(['withdraw']);
  expect(offeredActs({ state: 'confirmed', releaseWithdrawn: true, recall: 'deleted' })).toEqual([]);
});
