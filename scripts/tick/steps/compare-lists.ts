import { compareNightly } from '../../../cms/honours/compare-nightly.ts';
import type { CurrentLists } from '../../../cms/nominations/current-lists.ts';
import type { StepParts } from '../parts.ts';
import type { Step } from '../step.ts';

/** Once a night, everybody honoured is compared with the current lists (gate G17). */
export const compareListsStep = ({ clock, payload }: StepParts, lists: CurrentLists): Step => ({
  name: 'compare-lists',
  title: '典型与名单比对',
  advice: '请看名单来源是否打得开；打不开的日子请人工复查。',
  run: () => compareNightly(payload, clock, lists),
});
