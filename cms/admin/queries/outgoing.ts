import type { Payload } from 'payload';
import { addDays, civilDay, instantOf } from '../../../campaigns/calendar/civil-day.ts';
import { findDeliveries, type DeliveryRow } from '../../ledger/deliveries.ts';

/** Deliveries planned for the civil day of `now`, in order of time. */
export async function loadOutgoing(payload: Payload, now: Date): Promise<DeliveryRow[]> {
  const day = civilDay(now);
  const { rows } = await findDeliveries(payload, {
    and: [
      { plannedAt: { greater_than_equal: instantOf(day).toISOString() } },
      { plannedAt: { less_than: instantOf(addDays(day, 1)).toISOString() } },
    ],
  });
  return rows.sort((a, b) => a.plannedAt.getTime() - b.plannedAt.getTime() || (a.channelName < b.channelName ? -1 : 1));
}
