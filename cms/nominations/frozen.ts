import type { NominationFacts, Recheck } from './facts.ts';
import { nominationStates, type NominationState } from './state.ts';

const shown = ['name', 'subject', 'category', 'place', 'recommendedBy', 'deed'] as const;
const labels: Record<(typeof shown)[number], string> = {
  name: '姓名或单位',
  subject: '人选是',
  category: '类别',
  place: '地点',
  recommendedBy: '推荐单位',
  deed: '事迹',
};

/** Evidence that may no longer be changed in this state; one sentence for the first breach, null when none. */
export function frozenProblem(state: NominationState, before: NominationFacts, after: NominationFacts): string | null {
  if (state === 'draft' || state === 'recommended' || state === 'refused') return null;
  const changed = shown.find((field) => (before[field] ?? '') !== (after[field] ?? ''));
  if (changed) return `公示以后“${labels[changed]}”不能改：要改请先退回“${nominationStates.recommended}”，重新公示。`;
  if ((before.rechecks ?? []).some((old) => !(after.rechecks ?? []).some((now) => same(old, now))))
    return '做过的信用复核不能改、不能删：请另加一次。';
  if (state === 'notice') return null;
  if (
    state === 'revoked' &&
    (['body', 'docNo', 'on'] as const).some((field) => before.revocation?.[field] !== after.revocation?.[field])
  )
    return '荣誉撤销的依据不能再改。';
  const { notice: was } = before;
  const { notice: is } = after;
  if (
    was?.from !== is?.from ||
    was?.to !== is?.to ||
    was?.where !== is?.where ||
    (was?.objections ?? []).length > (is?.objections ?? []).length
  )
    return '公示情况在通过以后不能改。';
  return null;
}

const same = (a: Recheck, b: Recheck) =>
  a.on === b.on && a.by === b.by && a.source === b.source && a.result === b.result;
