import { each } from '../../bulkhead/each.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DeliveryStore } from '../../ports/delivery-store.ts';
import type { Progress } from '../../ports/delivery.ts';

/**
 * Makes deliveries that wait for their result due now, so that their look comes at once. It only hastens: one that is
 * missed here (being worked on, not there yet) is looked at in its own time, one too many looks once too often.
 * @param concerns whether a delivery with this progress is meant
 * @returns how many were woken
 */
export async function wake(
  store: DeliveryStore,
  clock: Clock,
  concerns: (progress: Progress) => boolean,
): Promise<number> {
  const now = clock.now();
  const waiting = await store.list({ states: ['sent', 'unknown'] });
  const meant = waiting.filter((d) => d.nextAt !== null && d.nextAt > now && concerns(d.progress));
  // Without `attempts` on purpose: whatever happens meanwhile writes the row again, or heals it at the next step.
  return (
    await each(
      meant,
      ({ channel, id }) => [`delivery ${id}`, `${channel} 上的一份（${id}）`],
      ({ id }) => store.patch(id, { nextAt: now }),
    )
  ).length;
}
