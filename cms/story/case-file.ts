import { answerable, type Review, type ReviewAct } from './act.ts';
import type { ReviewMode } from './review-mode.ts';
import type { Stage } from './stage.ts';

/** Somebody to whom a waiting review was given by name. */
export interface Assignee {
  id: string;
  name: string;
  /** Account ids of those who stand in while this person is on leave today; empty when at work. */
  delegates: string[];
}

/** What is live, as far as taking it back or mending it goes. */
export interface Signed {
  /** Account ids of the signer (and of whom the signer stood in for). */
  signers: string[];
  /** Account ids of everybody who wrote it. */
  writers: string[];
  /** Hours since it was signed, around the clock. */
  hoursOld: number;
  /** A copy has gone, or may have gone, to a channel. */
  goneOut: boolean;
}

/** What the review rules look at: a story without its text. */
export interface CaseFile {
  stage: Stage;
  round: number;
  contentHash: string;
  /** What is printed of its pictures now (`release/printed-pictures.ts`); absent where nobody asks. */
  pictures?: string;
  createdBy: string | null;
  /** Everybody who has edited the content since it was last signed. */
  editors: string[];
  reviews: Review[];
  /** A release of the story can be read by the public, or will be at its minute. */
  live: boolean;
  /** 定时上线: it is signed, its minute has not come, and nobody outside has seen anything of it. Absent: no. */
  unseen?: boolean;
  /** What is still missing before it may be submitted or signed, as sentences. */
  missing: string[];
  assignee: Assignee | null;
  /** Comments that nobody has resolved; a return may point at them instead of repeating them. */
  openComments: number;
  /** Those of them marked 必须改. */
  openMust: number;
  /** The office has explicitly chosen that two people suffice. */
  smallOffice: boolean;
  /** The newest release; null when nothing was ever signed. */
  signed: Signed | null;
  /** Hours after a signing within which it may be corrected by two, or taken back by its signer. */
  terms: { urgentHours: number; unsignHours: number };
}

type Id = { id: string };

/** A review counts only in its own round and for exactly the content it saw, pictures and what was said of them included. */
export const counts = (file: Pick<CaseFile, 'round' | 'contentHash' | 'pictures'>, review: Review): boolean =>
  sawText(file, review) && sawPictures(file, review);

export const standing = (file: CaseFile, act: ReviewAct): Review | null =>
  file.reviews.findLast((review) => review.act === act && counts(file, review)) ?? null;

const sawText = ({ contentHash, round }: Pick<CaseFile, 'round' | 'contentHash'>, review: Review): boolean =>
  review.round === round && review.contentHash === contentHash;
const sawPictures = ({ pictures }: Pick<CaseFile, 'pictures'>, review: Review): boolean =>
  pictures === undefined || review.pictures === undefined || review.pictures === pictures;

/** Somebody has changed what is said of a picture since a review of this round saw it. */
export const picturesMoved = (file: CaseFile): boolean =>
  file.reviews.some(
    (review) => review.act.startsWith('approve-') && sawText(file, review) && !sawPictures(file, review),
  );
export const picturesMovedSentence =
  '配图的替代文字、图说、版权，或者图里认得出谁的回答，在审过以后改过：审过的不再算数，请退回后重新送审。';

/** In whose place this person acts: the assigned colleague who is on leave; null for one who acts as themselves. */
export function standsFor(file: Pick<CaseFile, 'assignee'>, person: Id): Pick<Assignee, 'id' | 'name'> | null {
  const { assignee } = file;
  return assignee && assignee.id !== person.id && assignee.delegates.includes(person.id) ? assignee : null;
}

/** The person, and the one they stand in for: what either may not do, a substitute may not do. */
function both(file: CaseFile, person: Id): string[] {
  const absent = standsFor(file, person);
  return absent ? [person.id, absent.id] : [person.id];
}

/** Whoever created or edited a story may not judge it. */
export const isOwn = (file: CaseFile, person: Id): boolean =>
  both(file, person).some((id) => file.createdBy === id || file.editors.includes(id));

/** True when the person has taken one of these reviews of this round. */
export const hasTaken = (file: CaseFile, person: Id, acts: readonly ReviewAct[]): boolean =>
  acts.some((act) => {
    const review = standing(file, act);
    return review !== null && answerable(review).some((id) => both(file, person).includes(id));
  });

/** True when the person has taken another of the three reviews of this round. */
export const hasReviewed = (file: CaseFile, person: Id): boolean =>
  hasTaken(file, person, ['approve-first', 'approve-second', 'sign']);

/** By how many people the first two reviews that stand were done. */
export function reviewModeOf(file: CaseFile): Exclude<ReviewMode, 'urgent'> {
  const [first, second] = [standing(file, 'approve-first'), standing(file, 'approve-second')];
  return first && second && answerable(first).some((id) => answerable(second).includes(id)) ? 'two' : 'three';
}

/** An urgent correction that waits for its second person. An edit begins a new round and thereby drops it. */
export function pendingCorrection(file: Pick<CaseFile, 'reviews' | 'round' | 'stage'>): Review | null {
  if (file.stage !== 'signed') return null;
  return file.reviews.findLast((r) => r.act === 'correct-urgent' && r.round === file.round && !r.applied) ?? null;
}
