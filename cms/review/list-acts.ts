import type { Payload } from 'payload';
import { systemClock } from '../../campaigns/ports/clock.ts';
import type { Person } from '../access/person.ts';
import type { Release } from '../payload-types.ts';
import { showingOf } from '../release/showing.ts';
import { showingSentence } from '../words/showing-words.ts';
import { reviewActNames, reviewActs, type Passage, type Review, type ReviewAct } from '../story/act.ts';
import { pendingCorrection, type CaseFile } from '../story/case-file.ts';
import { whyNotAsk } from '../daily/may.ts';
import { deskSettings } from './desk-settings.ts';
import { authorsToTake } from './hand-over.ts';
import { judge } from './machine.ts';
import { openCase } from './open-case.ts';
import { peopleToReview, type PossibleReviewer } from './possible-reviewers.ts';
import { stageDue } from './stage-due.ts';
import type { Stage } from '../story/stage.ts';
import { contentOf } from '../content/content.ts';

interface ActOption {
  act: ReviewAct;
  /** “初审通过” */
  label: string;
  allowed: boolean;
  /** Why not, in a sentence; null when allowed. */
  reason: string | null;
  /** It is this person's turn and only something else is in the way: shown with its reason, not hidden. */
  blocked: boolean;
  /** A note must be written: reason of a return, public reason of a withdrawal. */
  needsNote: boolean;
}

export interface ReviewSheet {
  stage: Stage;
  acts: ActOption[];
  /** All reviews ever, oldest first. */
  reviews: Review[];
  /** What is missing before the story may be handed in. */
  missing: string[];
  /** Who was named for the waiting review. */
  assignee: string | null;
  /** To whom the waiting review may be given by me. */
  possible: PossibleReviewer[];
  /** To whom I may give the story to go on with. */
  takers: { id: string; name: string }[];
  /** By when the waiting review should be done, ISO 8601; null when nothing waits. */
  due: string | null;
  /** An urgent correction that waits for its second person. */
  pending: { byName: string; passage: Passage; note: string | null } | null;
  smallOffice: boolean;
  /** Whether I may ask for a push of it, once it is live. */
  mayPush: boolean;
  /** 上线时间 of what is signed (ISO 8601; no `from` once it has come), and what is said of it; null: nothing is signed, or it was taken back. */
  showing: { from: string | null; until: string | null; said: string | null } | null;
}

const noted: readonly ReviewAct[] = ['return', 'reschedule', 'withdraw', 'withdraw-sign', 'correct-urgent'];

/** What one person may do to one story now; null when there is no such story. */
export async function listActs(
  payload: Payload,
  storyId: string,
  person: Person,
  now: Date = systemClock.now(),
): Promise<ReviewSheet | null> {
  const opened = await openCase(payload, storyId, now);
  if (!opened) return null;
  const { file, newest } = opened;
  const [settings, workdays, possible, takers] = await Promise.all([
    deskSettings(payload),
    contentOf(payload).workdays(),
    peopleToReview(payload, file, person),
    authorsToTake(payload, opened.story, person),
  ]);
  const pending = pendingCorrection(file);
  return {
    stage: file.stage,
    acts: reviewActNames.map((act) => option(act, file, person, possible)),
    mayPush: whyNotAsk(person) === null && opened.story.kind !== 'material',
    reviews: file.reviews,
    missing: file.missing,
    assignee: file.assignee?.name ?? null,
    possible,
    takers,
    due: stageDue(file, settings, workdays)?.toISOString() ?? null,
    pending: pending?.passage ? { byName: pending.byName, passage: pending.passage, note: pending.note } : null,
    smallOffice: file.smallOffice,
    showing: newest && file.live ? shownAs(newest, now) : null,
  };
}

function shownAs(newest: Release, now: Date): ReviewSheet['showing'] {
  const { from, until } = showingOf(newest);
  return {
    from: from && from > now ? from.toISOString() : null,
    until: newest.showUntil ?? null,
    said: showingSentence(from, until, now),
  };
}

/** What can still be filled in is no reason to grey a button out. */
function option(act: ReviewAct, file: CaseFile, person: Person, possible: readonly PossibleReviewer[]): ActOption {
  const passage = pendingCorrection(file)?.passage ?? { wrong: '待填', right: '待填' };
  const to = possible[0] ?? null;
  const verdict = judge(act, file, person, noted.includes(act) ? '待填' : '', { to, passage });
  return {
    act,
    label: reviewActs[act],
    allowed: verdict.ok,
    reason: verdict.ok ? null : verdict.message,
    blocked: !verdict.ok && verdict.status === 422,
    needsNote: noted.includes(act) && !(act === 'return' && file.openComments > 0),
  };
}
