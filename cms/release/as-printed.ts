import type { Payload } from 'payload';
import { publicRows } from '../texts/public-rows.ts';
import { withdrawnMeanwhile } from './publication-row.ts';
import type { Held } from '../columns/stored.ts';

interface Row {
  id: string;
  reason: string;
  writers?: Held<'writers'>;
}

/** Withdrawals with the words that two people stand for, or the product's own; in the order given. */
export async function asPrinted<T extends Row>(payload: Payload, withdrawals: readonly T[]): Promise<T[]> {
  const agreed = new Map((await publicRows(payload, 'withdrawals', withdrawals)).map((row) => [row.id, row]));
  return withdrawals.map((row) => agreed.get(row.id) ?? { ...row, reason: withdrawnMeanwhile });
}
