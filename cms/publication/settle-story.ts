import type { Payload } from 'payload';
import type { Release, Story, Withdrawal } from '../payload-types.ts';
import { zoned } from '../release/publication-row.ts';
import type { Review } from '../story/act.ts';
import type { CaseFile } from '../story/case-file.ts';
import { advance } from '../review/machine.ts';
import { saveStory } from '../review/save-story.ts';
import { urgentCorrection } from '../review/urgent/urgent-correction.ts';

/**
 * Makes a story agree with decisions that were recorded but cut short before the story was written: a signing leaves it
 * at 待终审 with a release, a withdrawal at 已签发 with nothing live. Called for every story whose publication is not
 * settled yet.
 */
export async function settleStory(payload: Payload, storyId: string, newest: Release, withdrawal: Withdrawal | null): Promise<void> {
  const story = await payload.findByID({ collection: 'stories', id: storyId, depth: 0, joins: false, disableErrors: true });
  if (!story) return;
  const file = {
    stage: story.stage,
    round: story.round,
    editors: story.editors as string[],
    reviews: story.reviews as unknown as Review[],
    contentHash: story.contentHash ?? '',
    assignee: null,
  } as unknown as CaseFile;
  if (await finishUrgent(payload, story, file, newest)) return;
  const decided = unwritten(file, newest, withdrawal);
  if (!decided) return;
  const next = decided.act === 'sign' ? 'signed' : 'draft';
  // An edit at this very moment wins: the next call sees it.
  await saveStory(payload, storyId, file, advance(file, decided, next));
}

/** An urgent correction that is live but not yet in the story: written the same way once more. @returns true when there was one */
async function finishUrgent(payload: Payload, story: Story, file: CaseFile, newest: Release): Promise<boolean> {
  if (newest.reviewMode !== 'urgent' || file.stage !== 'signed' || newest.round !== file.round) return false;
  const [proposal, confirm] = newest.reviewers as unknown as [Review, Review];
  const made = urgentCorrection(story, proposal, confirm);
  if (typeof made !== 'string') await saveStory(payload, story.id, file, advance(file, made.reviewers[1], 'first'), made);
  return true;
}

/** The decision that the story does not show yet. */
function unwritten(file: CaseFile, newest: Release, withdrawal: Withdrawal | null): Review | null {
  if (file.stage === 'final' && newest.round === file.round) {
    return (newest.reviewers as unknown as Review[]).find((review) => review.act === 'sign') ?? null;
  }
  if (file.stage !== 'signed' || !withdrawal) return null;
  const { decidedBy, decidedAt, reason } = withdrawal;
  return { act: 'withdraw', round: file.round, by: decidedBy, byName: decidedBy, at: zoned(decidedAt), contentHash: file.contentHash, note: reason };
}
