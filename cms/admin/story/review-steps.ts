import { reviewActs } from '../../story/act.ts';
import type { Review, ReviewAct } from '../../story/act.ts';
import type { Stage } from '../../story/stage.ts';

export interface ReviewStep {
  name: string;
  state: 'done' | 'now' | 'later';
  /** The review that settled it. */
  review: Review | null;
}

const steps: { act: ReviewAct; name: string; stage: Stage }[] = [
  { act: 'approve-first', name: '初审', stage: 'first' },
  { act: 'approve-second', name: '复审', stage: 'second' },
  { act: 'sign', name: reviewActs.sign, stage: 'final' },
];

/** 三审 and 保密审查 as they stand: only reviews since the last submission (or urgent correction) count, and none while the story is with its author. */
export function reviewSteps(stage: Stage, reviews: readonly Review[]): ReviewStep[] {
  const withAuthor = stage === 'draft' || stage === 'returned';
  const round = withAuthor
    ? []
    : reviews.slice(reviews.findLastIndex(({ act, applied }) => act === 'submit' || applied === true) + 1);
  const by = (act: ReviewAct) => round.findLast((review) => review.act === act) ?? null;
  const three = steps.map(({ act, name, stage: own }): ReviewStep => {
    const review = by(act);
    return { name, review, state: review ? 'done' : stage === own ? 'now' : 'later' };
  });
  const secrecy = by('clear-secrecy');
  return [
    ...three,
    { name: '保密审查', review: secrecy, state: secrecy ? 'done' : withAuthor || stage === 'signed' ? 'later' : 'now' },
  ];
}
