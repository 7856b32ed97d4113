import { releaseBatches } from '../../../cms/honours/release-batches.ts';
import type { StepParts } from '../parts.ts';
import type { Step } from '../step.ts';

/** A batch of role models appears when all its stories are signed. */
export const releaseBatchesStep = ({ clock, payload }: StepParts): Step => ({
  name: 'release-batches',
  title: '整批典型上网',
  advice: '请打开这一批，看每位典型的状态和稿件是否齐全。',
  run: () => releaseBatches(payload, clock),
});
