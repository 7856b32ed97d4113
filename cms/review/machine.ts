import type { Person } from '../access/person.ts';
import type { Review, ReviewAct } from '../story/act.ts';
import { approveFirst } from './acts/approve-first.ts';
import { approveSecond } from './acts/approve-second.ts';
import { clearSecrecy } from './acts/clear-secrecy.ts';
import { correctUrgent } from './acts/correct-urgent.ts';
import { reassign } from './acts/reassign.ts';
import { sendBack } from './acts/return.ts';
import { reschedule } from './acts/reschedule.ts';
import { sign } from './acts/sign.ts';
import { submit } from './acts/submit.ts';
import { withdrawSign } from './acts/withdraw-sign.ts';
import { withdraw } from './acts/withdraw.ts';
import type { CaseFile } from '../story/case-file.ts';
import type { Particulars, Rule } from './rule.ts';
import type { Stage } from '../story/stage.ts';
import type { Verdict } from './verdict.ts';

const rules: Record<ReviewAct, Rule> = {
  submit,
  'approve-first': approveFirst,
  'approve-second': approveSecond,
  'clear-secrecy': clearSecrecy,
  reassign,
  return: sendBack,
  sign,
  reschedule,
  'withdraw-sign': withdrawSign,
  'correct-urgent': correctUrgent,
  withdraw,
};

/**
 * 三审三校 as a table of rules (任何两个环节的审稿工作不能同时由一人担任). Pure.
 * @returns what becomes of the story, or one Chinese sentence why not.
 */
export const judge = (act: ReviewAct, file: CaseFile, person: Person, note = '', more: Particulars = {}): Verdict =>
  rules[act](file, person, note.trim(), more);

/** Acts after which earlier reviews no longer count: the next submission starts afresh. */
const endsRound: ReviewAct[] = ['return', 'sign', 'withdraw-sign', 'withdraw'];

/** What an act or an edit writes on a story besides its content. */
export interface Workflow extends Pick<CaseFile, 'stage' | 'round' | 'reviews' | 'editors'> {
  /** Account id of whoever was named for the waiting review. */
  assignee: string | null;
}

/** The story's workflow fields after an allowed act. */
export function advance(
  file: Pick<CaseFile, 'stage' | 'round' | 'reviews' | 'editors' | 'assignee'>,
  review: Review,
  next: Stage,
): Workflow {
  const signed = review.act === 'sign';
  const over =
    review.applied === true || (endsRound.includes(review.act) && !(review.act === 'withdraw' && next !== 'draft'));
  const kept = next === file.stage ? (file.assignee?.id ?? null) : null;
  return {
    stage: next,
    round: over ? file.round + 1 : file.round,
    reviews: [...file.reviews, review],
    editors: signed ? [] : review.applied ? withProposer(file, review) : file.editors,
    assignee: review.to ?? kept,
  };
}

/** Whoever proposed an urgent correction wrote those words: the reviews that follow are for others. */
function withProposer(file: Pick<CaseFile, 'reviews' | 'editors'>, { round }: Review): string[] {
  const by = file.reviews.findLast((r) => r.act === 'correct-urgent' && r.round === round && !r.applied)?.by;
  return by === undefined || file.editors.includes(by) ? file.editors : [...file.editors, by];
}

/**
 * The workflow fields after somebody changed the content: what reviewers saw is gone, so a story under review or signed
 * becomes a draft of a new round. What is live stays.
 */
export function afterEdit(
  file: Pick<CaseFile, 'stage' | 'round' | 'editors'>,
  editor: string | null,
): Pick<CaseFile, 'stage' | 'round' | 'editors'> {
  const untouched = file.stage === 'draft' || file.stage === 'returned';
  const editors = editor === null || file.editors.includes(editor) ? file.editors : [...file.editors, editor];
  return { stage: untouched ? file.stage : 'draft', round: untouched ? file.round : file.round + 1, editors };
}
