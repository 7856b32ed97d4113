import type { AskLink } from '../../../cms/checking/nightly/links.ts';
import { createSourceAsker } from '../../../cms/checking/reprints/ask-sources.ts';
import type { StepParts } from '../parts.ts';
import type { Step } from '../step.ts';

/** The sources of reprints are asked again a day after these went live; without leave to ask other sites people do it. */
export function reprintsStep({ clock, payload }: StepParts, outside: AskLink | null): Step[] {
  if (!outside) return [];
  const asker = createSourceAsker(payload, clock, outside);
  return [
    {
      name: 'reprints',
      title: '核对转载来源',
      advice: '请打开“今日”，按提示人工核对这些转载稿的源稿。',
      aside: true,
      patienceMs: 10 * 60_000,
      run: () => asker.run(),
    },
  ];
}
