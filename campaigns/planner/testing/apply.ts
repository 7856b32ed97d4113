import { deliveryKey, type Delivery } from '../../ports/delivery.ts';
import type { Again, Plan } from '../plan.ts';
import { stored } from './fixtures.ts';

/** What an outbox does with a plan, in memory: keys are unique, only pending deliveries are touched. */
export function apply(plan: Plan, deliveries: readonly Delivery[]): Delivery[] {
  const next = deliveries.map((delivery) => {
    const again = plan.rearm.find(({ deliveryId }) => deliveryId === delivery.id);
    if (again && delivery.state === 'skipped')
      return follow({ ...delivery, state: 'pending', progress: {}, superseded: false }, again);
    if (delivery.state !== 'pending') return delivery;
    if (plan.supersede.some(({ deliveryId }) => deliveryId === delivery.id)) {
      return { ...delivery, state: 'skipped' as const, nextAt: null, superseded: true };
    }
    const moved = plan.replan.find(({ deliveryId }) => deliveryId === delivery.id);
    return moved ? follow(delivery, moved) : delivery;
  });
  const keys = new Set(next.map(({ key }) => key));
  return [
    ...next,
    ...plan.create.filter((delivery) => !keys.has(deliveryKey(delivery))).map((delivery) => stored(delivery)),
  ];
}

const follow = (delivery: Delivery, { plannedAt, misfire, misfireWindow }: Again): Delivery => ({
  ...delivery,
  plannedAt,
  misfire,
  misfireWindow,
  nextAt: plannedAt,
});

/** True when the plan leaves nothing to do (gaps are for people). */
export const isDone = (plan: Plan): boolean =>
  plan.create.length + plan.supersede.length + plan.rearm.length + plan.replan.length === 0;
