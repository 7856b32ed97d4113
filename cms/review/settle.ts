import type { Payload } from 'payload';
import type { Release, Withdrawal } from '../payload-types.ts';
import { zoned } from '../release/publication-row.ts';
import type { Review } from './act.ts';
import type { CaseFile } from './case-file.ts';
import { advance } from './machine.ts';
import { saveStory } from './save-story.ts';

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
  } as CaseFile;
  const decided = unwritten(file, newest, withdrawal);
  if (!decided) return;
  const next = decided.act === 'sign' ? 'signed' : 'draft';
  // An edit at this very moment wins: the next call sees it.
  await saveStory(payload, storyId, file, advance(file, decided, next));
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
