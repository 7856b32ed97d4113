import { applyPlan } from '../../../campaigns/outbox/engine/plan/apply-plan.ts';
import { plan } from '../../../campaigns/planner/plan.ts';
import type { ChannelQuota } from '../../../campaigns/planner/quota.ts';
import type { DeliveryStore } from '../../../campaigns/ports/delivery-store.ts';
import { readPlannerInput } from '../../../cms/schedule/planner-source.ts';
import type { StepParts } from '../parts.ts';
import type { Step } from '../step.ts';

export interface PlanParts extends StepParts {
  store: DeliveryStore;
  quotas: readonly ChannelQuota[];
  /** As with `readPlannerInput`. */
  holdStarter: boolean;
}

/** Compares the deliveries that should exist with those that do, and closes the difference. */
export function planStep({ clock, holdStarter, log, payload, quotas, store }: PlanParts): Step {
  // Said once, not every minute.
  let told = new Set<string>();
  return {
    name: 'plan',
    title: '排出每一份推送',
    advice: '请打开这条排期或这个活动，核对日期、时间和渠道后保存一次。',
    async run() {
      const next = plan({ ...(await readPlannerInput(payload, store, clock.now(), { holdStarter })), quotas });
      for (const { message } of next.overbooked.filter((o) => !told.has(o.message))) log(message);
      told = new Set(next.overbooked.map((o) => o.message));
      return applyPlan({ plan: next, store, clock });
    },
  };
}
