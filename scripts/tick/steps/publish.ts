import { publishMoved } from '../../../cms/publication/publish.ts';
import type { StepParts } from '../parts.ts';
import type { Step } from '../step.ts';

/** The site's rows agree with the newest signed release of every story, withdrawals first. */
export const publishStep = ({ clock, payload }: StepParts): Step => ({
  name: 'publish',
  title: '上网与撤稿',
  advice: '请打开这篇稿件看它的签发稿；该撤的请再点一次“撤回”，该上的请重新送审签发。',
  run: () => publishMoved(payload, clock),
});
