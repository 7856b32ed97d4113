import { settleMovedRecalls } from '../../../cms/publication/settle-recalls.ts';
import type { DeliveryStore } from '../../../campaigns/ports/delivery-store.ts';
import type { StepParts } from '../parts.ts';
import type { Step } from '../step.ts';

/** Every copy knows of the withdrawals and corrections that concern it. */
export const recallsStep = ({ clock, payload }: StepParts, store: DeliveryStore): Step => ({
  name: 'recalls',
  title: '通知各处撤回和更正',
  advice: '请到推送台账看这一份，先在平台上手工撤下或更正，再登记。',
  run: () => settleMovedRecalls(payload, clock, store),
});
