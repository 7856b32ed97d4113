import { turnShowings } from '../../../cms/publication/turn-showings.ts';
import type { StepParts } from '../parts.ts';
import type { Step } from '../step.ts';

/** 定时上线 and 定时下线 are written down; readers know of both without it. */
export const turnShowingsStep = ({ clock, payload }: StepParts): Step => ({
  name: 'turn-showings',
  title: '定时上线、定时下线',
  advice: '网站按时间照常显示和收起；请打开点名的稿件看看它的签发记录。',
  run: () => turnShowings(payload, clock),
});
