import { proposeCampaigns } from '../../../cms/programme/propose-campaigns.ts';
import type { StepParts } from '../parts.ts';
import type { Step } from '../step.ts';

/** Drafts next year's campaigns after this year's. */
export const proposalsStep = ({ log, payload }: StepParts): Step => ({
  name: 'proposals',
  title: '拟明年的活动草稿',
  advice: '请打开这个活动，用“复制到明年”自己拟一份草稿。',
  async run(now) {
    for (const title of await proposeCampaigns(payload, now)) log(`明年的“${title}”已拟好草稿，在“日历”里等人拿主意。`);
  },
});
