import { expect, it } from 'vitest';
import { receiptResults } from '../../campaigns/ports/receipt.ts';
import { receiptWords } from './receipt-words.ts';

it('has a word for every answer that the outbox takes', () => {
  expect(receiptWords.map(({ result }) => result).sort()).toEqual([...receiptResults].sort());
});
