import { endPeriods } from '../../../cms/honours/end-periods.ts';
import type { StepParts } from '../parts.ts';
import type { Step } from '../step.ts';

/** Named cases go at 00:00 of the day on which their period ends. */
export const endPeriodsStep = ({ clock, payload }: StepParts): Step => ({
  name: 'end-periods',
  title: '公示期满下线',
  advice: '请马上打开这篇稿件，用“撤回”让它下线。',
  run: () => endPeriods(payload, clock),
});
