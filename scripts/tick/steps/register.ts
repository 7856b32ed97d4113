import { applyRegister } from '../../../cms/restored/apply-register.ts';
import { feedRegister } from '../../../cms/restored/feed-register.ts';
import { undoneCorrections } from '../../../cms/restored/undone-corrections.ts';
import { tellStuck } from '../../../campaigns/bulkhead/stuck.ts';
import type { StepParts } from '../parts.ts';
import type { Step } from '../step.ts';

/** First of all: what was ended stays ended, also when an older copy of the database has come back under a running product. */
export const registerStep = ({ clock, log, payload }: StepParts): Step => ({
  name: 'register', title: '撤回登记对照', advice: '请检查 DATA_DIR/register 能不能读写；在线的稿件如果早已撤回，请终审人马上再撤一次。',
  run: async () => {
    for (const line of await applyRegister(payload, clock)) log(line);
    await feedRegister(payload);
    for (const { story, title, what } of await undoneCorrections(payload)) tellStuck(`story ${story}`, `《${title}》的更正`, new Error(what));
  },
});
