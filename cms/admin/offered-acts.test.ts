import { expect, it } from 'vitest';
import { mayReceipt } from '../../campaigns/outbox/hands/receipt.ts';
import { deliveryStates } from '../../campaigns/ports/delivery.ts';
import { recallStates, type RecallState } from '../../campaigns/ports/recall.ts';
import { offeredActs } from './offered-acts.ts';

const table = (withdrawn: boolean) =>
  Object.fromEntries(
    deliveryStates
      .map((state) => [state, offeredActs({ state, releaseWithdrawn: withdrawn }).join(' ')])
      .filter(([, acts]) => acts !== ''),
  );

it('offers what settles a copy that waits for a person', () => {
  expect(table(false)).toEqual({
    unknown: 'confirm',
    refused: 'confirm resume',
    dead: 'confirm resume',
    skipped: 'resume',
  });
});

it('offers to take down, and never to send, what was withdrawn', () => {
  expect(table(true)).toEqual({
    sent: 'confirm withdraw',
    unknown: 'confirm',
    confirmed: 'withdraw',
    refused: 'confirm withdraw',
    dead: 'confirm withdraw',
  });
});

it('offers nothing for what the plan has taken out, nor to send what is being taken back', () => {
  expect(offeredActs({ state: 'skipped', releaseWithdrawn: false, superseded: true })).toEqual([]);
  expect(offeredActs({ state: 'dead', releaseWithdrawn: false, recall: 'due' })).not.toContain('resume');
  expect(offeredActs({ state: 'confirmed', releaseWithdrawn: true, recall: 'person' })).toEqual([
    'withdraw',
    'receipt',
  ]);
  expect(offeredActs({ state: 'confirmed', releaseWithdrawn: true, recall: 'deleted' })).toEqual([]);
});

it('offers 登记回执 where a notice waits for its answer, also for a correction of what stands, and nowhere else', () => {
  const acts = (recall: RecallState | null, releaseWithdrawn: boolean) =>
    offeredActs({ state: 'confirmed', releaseWithdrawn, recall });
  expect(acts('no-receipt', true)).toEqual(['withdraw', 'receipt']);
  expect(acts('no-receipt', false)).toEqual(['receipt']);
  expect(acts('person', false)).toEqual(['receipt']);
  const others = [null, ...recallStates].filter((recall) => recall !== 'no-receipt' && recall !== 'person');
  for (const recall of others)
    for (const withdrawn of [true, false]) expect(acts(recall, withdrawn), String(recall)).not.toContain('receipt');
});

it('offers a receipt only where the outbox takes one', () => {
  for (const recall of recallStates) {
    for (const state of deliveryStates) {
      if (offeredActs({ state, releaseWithdrawn: true, recall }).includes('receipt'))
        expect(mayReceipt(recall), recall).toBe(true);
    }
  }
});

it('offers to enter that what the platform took off is gone, or is back, and never to send it again', () => {
  for (const state of ['dead', 'refused'] as const) {
    expect(offeredActs({ state, releaseWithdrawn: false, goneLater: 'platform' })).toEqual(['confirm', 'withdraw']);
  }
  // Back after an appeal: settled.
  expect(offeredActs({ state: 'confirmed', releaseWithdrawn: false, goneLater: 'platform' })).toEqual([]);
});
