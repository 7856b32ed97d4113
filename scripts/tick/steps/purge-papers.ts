import { purgePapers } from '../../../cms/honours/purge-papers.ts';
import type { StepParts } from '../parts.ts';
import type { Step } from '../step.ts';

/** Personal papers go when their term is over (个人信息保护法 §47). */
export const purgePapersStep = ({ clock, payload }: StepParts): Step => ({
  name: 'purge-papers',
  title: '到期销毁同意书',
  advice: '请管理员检查这份材料的文件还能不能读写，再手工删除。',
  run: () => purgePapers(payload, clock),
});
