import type { Payload } from 'payload';
import { civilDay, daysBetween, type CivilDay } from '../../campaigns/calendar/civil-day.ts';
import { readUnsigned, unsignedTerms, type Unsigned } from '../../cms/ops/unsigned.ts';

/**
 * Posts past their minute of which no copy was ever made, planned between two days, both
 * inclusive. Without a first day as far back as the desk tells of them: what was due before this installation was there
 * has been missed by nobody.
 */
export async function missedPosts(
  payload: Payload,
  now: Date,
  { from, to }: { from?: CivilDay | undefined; to?: CivilDay | undefined },
): Promise<Unsigned[]> {
  const back = from ? daysBetween(from, civilDay(now)) : unsignedTerms.after;
  const rows = await readUnsigned(payload, now, { back, ahead: 0 });
  return rows.filter(
    ({ missed, plannedAt }) => missed && (!from || civilDay(plannedAt) >= from) && (!to || civilDay(plannedAt) <= to),
  );
}
