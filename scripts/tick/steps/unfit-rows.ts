import { tellStuck } from '../../../campaigns/bulkhead/stuck.ts';
import { lookRound } from '../../../cms/ops/unfit/look-round.ts';
import type { StepParts } from '../parts.ts';
import type { Step } from '../step.ts';

/** Rows with a JSON column that its door cannot read are named, before somebody needs them. */
export const unfitRowsStep = ({ payload }: Pick<StepParts, 'payload'>): Step => ({
  name: 'unfit-rows',
  title: '核对保存的数据',
  advice:
    '请告诉维护的人：和最近一份好的备份核对，或者把那一条重新填过、重新审签；在那以前，它的网页和动作停着，其余照常。',
  async run() {
    for (const { collection, id, problems, title } of await lookRound(payload))
      tellStuck(`${collection} ${id}`, title, new Error(problems.join('')));
  },
});
