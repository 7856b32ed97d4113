import type { Review, ReviewAct } from './act.ts';
import type { Stage } from './stage.ts';

/** What the review rules look at: a story without its text. */
export interface CaseFile {
  stage: Stage;
  round: number;
  contentHash: string;
  createdBy: string | null;
  /** Everybody who has edited the content since it was last signed. */
  editors: string[];
  reviews: Review[];
  /** A release of the story can be read by the public. */
  live: boolean;
  /** What is still missing before it may be submitted or signed, as sentences. */
  missing: string[];
}

/** A review counts only in its own round and for exactly the content it saw. */
export function standing(file: CaseFile, act: ReviewAct): Review | null {
  return file.reviews.findLast((r) => r.act === act && r.round === file.round && r.contentHash === file.contentHash) ?? null;
}

/** Whoever created or edited a story may not judge it. */
export const isOwn = (file: CaseFile, person: { id: string }): boolean =>
  file.createdBy === person.id || file.editors.includes(person.id);

/** True when the person has taken another of the three reviews of this round. */
export const hasReviewed = (file: CaseFile, person: { id: string }): boolean =>
  (['approve-first', 'approve-second', 'sign'] as const).some((act) => standing(file, act)?.by === person.id);
