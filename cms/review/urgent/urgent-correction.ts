import type { Story } from '../../payload-types.ts';
import { contentHash } from '../../release/content.ts';
import { reviewerName, type Review } from '../../story/act.ts';
import { correctedStory, type Corrected } from './corrected-story.ts';

/** What becomes of a story when the second person confirms: the new content and the log line that says so. */
export interface UrgentCorrection {
  content: Corrected;
  hash: string;
  /** Both reviews as they go into the release: of exactly the corrected content. */
  reviewers: [Review, Review];
}

/** 原因（紧急更正：甲提出，乙核对） */
const publicNote = (proposal: Review, confirm: Review): string =>
  `${(confirm.note ?? proposal.note ?? '').replace(/。$/, '')}（紧急更正：${reviewerName(proposal)}提出，${reviewerName(confirm)}核对，三审随后补做）。`;

/**
 * Puts the passage of both reviews into the story. Pure, so that a correction cut short after its release can be written
 * into the story later just the same.
 * @param unseen nobody has read it yet: readers are not told that something was wrong which they never saw
 * @returns one Chinese sentence when the passage cannot be replaced
 */
export function urgentCorrection(
  story: Story,
  proposal: Review,
  confirm: Review,
  unseen = false,
): UrgentCorrection | string {
  const { passage } = confirm;
  if (!passage) return '请写原文（有误的那一处）和改为什么。';
  const corrected = correctedStory(story, passage, {
    note: publicNote(proposal, confirm),
    day: proposal.at.slice(0, 10),
  });
  if (typeof corrected === 'string') return corrected;
  const content = unseen ? { ...corrected, corrections: story.corrections } : corrected;
  const hash = contentHash({ ...story, ...content });
  return {
    content,
    hash,
    reviewers: [
      { ...proposal, contentHash: hash },
      { ...confirm, contentHash: hash, applied: true },
    ],
  };
}

/** Both names, as the public record of the correction tells them. */
export const urgentNames = (reviews: readonly Review[]): string =>
  reviews
    .filter(({ act }) => act === 'correct-urgent')
    .map(reviewerName)
    .join('、');
