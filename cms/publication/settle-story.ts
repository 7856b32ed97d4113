import type { Payload } from 'payload';
import type { Release, Story, Withdrawal } from '../payload-types.ts';
import { zoned } from '../release/publication-row.ts';
import { isAhead } from '../release/showing.ts';
import type { Review } from '../story/act.ts';
import type { CaseFile } from '../story/case-file.ts';
import { advance } from '../review/machine.ts';
import { saveStory } from '../review/save-story.ts';
import { urgentCorrection } from '../review/urgent/urgent-correction.ts';
import { editorsDoor, reviewersDoor, reviewsDoor } from '../story/review-doors.ts';

/** What of a story the decisions are written on. */
type Seen = Pick<CaseFile, 'stage' | 'round' | 'editors' | 'reviews' | 'contentHash' | 'assignee'>;

/**
 * Makes a story agree with decisions that were recorded but cut short before the story was written: a signing leaves it
 * at 待终审 with a release, a withdrawal at 已签发 with nothing live. Called for every story whose publication is not
 * settled yet.
 */
export async function settleStory(
  payload: Payload,
  storyId: string,
  newest: Release,
  withdrawal: Withdrawal | null,
): Promise<void> {
  const story = await payload.findByID({
    collection: 'stories',
    id: storyId,
    depth: 0,
    joins: false,
    disableErrors: true,
  });
  if (!story) return;
  const file: Seen = {
    stage: story.stage,
    round: story.round,
    editors: editorsDoor.need(story.editors),
    reviews: reviewsDoor.need(story.reviews),
    contentHash: story.contentHash ?? '',
    assignee: null,
  };
  if (await finishUrgent(payload, story, file, newest)) return;
  const decided = unwritten(file, newest, withdrawal);
  if (!decided) return;
  const next = decided.act === 'sign' ? 'signed' : 'draft';
  // An edit at this very moment wins: the next call sees it.
  await saveStory(payload, storyId, file, advance(file, decided, next));
}

/** An urgent correction that is live but not yet in the story: written the same way once more. @returns true when there was one */
async function finishUrgent(payload: Payload, story: Story, file: Seen, newest: Release): Promise<boolean> {
  if (newest.reviewMode !== 'urgent' || file.stage !== 'signed' || newest.round !== file.round) return false;
  const [proposal, confirm] = reviewersDoor.need(newest.reviewers);
  if (!proposal || !confirm) throw new Error('紧急更正的签发稿没有记下两个人：请用最近一份好的备份核对。');
  const made = urgentCorrection(
    story,
    proposal,
    confirm,
    Boolean(newest.showFrom) && isAhead(newest.showFrom, new Date(confirm.at)),
  );
  if (typeof made !== 'string')
    await saveStory(payload, story.id, file, advance(file, made.reviewers[1], 'first'), made);
  return true;
}

/** The decision that the story does not show yet. */
function unwritten(file: Seen, newest: Release, withdrawal: Withdrawal | null): Review | null {
  if (file.stage === 'final' && newest.round === file.round) {
    return reviewersDoor.need(newest.reviewers).find((review) => review.act === 'sign') ?? null;
  }
  if (file.stage !== 'signed' || !withdrawal) return null;
  const { decidedBy, decidedAt, reason } = withdrawal;
  return {
    act: 'withdraw',
    round: file.round,
    by: decidedBy,
    byName: decidedBy,
    at: zoned(decidedAt),
    contentHash: file.contentHash,
    note: reason,
  };
}
