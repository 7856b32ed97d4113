import { endClosed } from '../../../cms/honours/end-closed.ts';
import type { StepParts } from '../parts.ts';
import type { Step } from '../step.ts';

/** Role models that are offline or revoked are on no page. */
export const endClosedStep = ({ clock, payload }: StepParts): Step => ({
  name: 'take-down-closed',
  title: '撤下已取消的典型',
  advice: '请打开这位典型的稿件，用“撤回”让它下线。',
  run: () => endClosed(payload, clock),
});
