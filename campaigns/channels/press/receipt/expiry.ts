import { endOf } from '../../../calendar/civil-day.ts';

const day = 24 * 3_600_000;

/** A link outlives its deadline by a month: late receipts are receipts too. Without a deadline, ninety days. */
export function receiptExpiry(now: Date, deadline: string | null): Date {
  const from = deadline === null ? now.getTime() + 60 * day : Math.max(now.getTime(), endOf(deadline).getTime());
  return new Date(from + 30 * day);
}
