import { createRegisterRound } from '../../../cms/restored/register-round.ts';
import { tellStuck } from '../../../campaigns/bulkhead/stuck.ts';
import type { StepParts } from '../parts.ts';
import type { Step } from '../step.ts';

/** First of all: what was ended stays ended, also when an older copy of the database has come back under a running product. */
export function registerStep({ clock, log, payload }: StepParts): Step {
  const round = createRegisterRound(payload, clock);
  return {
    name: 'register',
    title: '撤回登记对照',
    advice: '请检查 DATA_DIR/register 能不能读写；在线的稿件如果早已撤回，请终审人马上再撤一次。',
    run: async () => {
      const { done, undone } = await round.minute();
      for (const line of done) log(line);
      for (const { story, title, what } of undone) tellStuck(`story ${story}`, `《${title}》的更正`, new Error(what));
    },
  };
}
