import { expect, it } from 'vitest';
import { receiptResults } from '../../campaigns/ports/receipt.ts';
import { receiptChoices } from './receipt-words.ts';

it('has a word for every answer that the outbox takes', () => {
  expect(receiptChoices.map(({ result }) => result).sort()).toEqual([...receiptResults].sort());
});
