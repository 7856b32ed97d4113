import type { Person } from '../access/person.ts';
import type { Review, ReviewAct } from './act.ts';
import { approveFirst } from './acts/approve-first.ts';
import { approveSecond } from './acts/approve-second.ts';
import { clearSecrecy } from './acts/clear-secrecy.ts';
import { sendBack } from './acts/return.ts';
import { sign } from './acts/sign.ts';
import { submit } from './acts/submit.ts';
import { withdraw } from './acts/withdraw.ts';
import type { CaseFile } from './case-file.ts';
import type { Rule } from './rule.ts';
import type { Stage } from './stage.ts';
import type { Verdict } from './verdict.ts';

const rules: Record<ReviewAct, Rule> = {
  submit,
  'approve-first': approveFirst,
  'approve-second': approveSecond,
  'clear-secrecy': clearSecrecy,
  return: sendBack,
  sign,
  withdraw,
};

/**
 * 三审三校 as a table of rules (任何两个环节的审稿工作不能同时由一人担任). Pure.
 * @returns what becomes of the story, or one Chinese sentence why not.
 */
export const judge = (act: ReviewAct, file: CaseFile, person: Person, note = ''): Verdict => rules[act](file, person, note.trim());

/** Acts after which earlier reviews no longer count: the next submission starts afresh. */
const endsRound: ReviewAct[] = ['return', 'sign', 'withdraw'];

/** The story's workflow fields after an allowed act. */
export function advance(file: CaseFile, review: Review, next: Stage): Pick<CaseFile, 'stage' | 'round' | 'reviews' | 'editors'> {
  const signed = review.act === 'sign';
  const over = endsRound.includes(review.act) && !(review.act === 'withdraw' && next !== 'draft');
  return {
    stage: next,
    round: over ? file.round + 1 : file.round,
    reviews: [...file.reviews, review],
    editors: signed ? [] : file.editors,
  };
}

/**
 * The workflow fields after somebody changed the content: what reviewers saw is gone, so a story under review or signed
 * becomes a draft of a new round. What is live stays.
 */
export function afterEdit(file: Pick<CaseFile, 'stage' | 'round' | 'editors'>, editor: string | null): Pick<CaseFile, 'stage' | 'round' | 'editors'> {
  const untouched = file.stage === 'draft' || file.stage === 'returned';
  const editors = editor === null || file.editors.includes(editor) ? file.editors : [...file.editors, editor];
  return { stage: untouched ? file.stage : 'draft', round: untouched ? file.round : file.round + 1, editors };
}
