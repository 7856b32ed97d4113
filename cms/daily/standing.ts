import type { DailyPost } from './daily-post.ts';

/** How a post without a campaign stands with the second person. */
export type DailyStanding = 'waiting' | 'confirmed' | 'declined' | 'cancelled';

type Stood = Pick<DailyPost, 'isCancelled' | 'declined' | 'confirmed' | 'wording' | 'words' | 'writers'>;

/** Whether what was confirmed is what is asked for now: the same wording, and nobody has changed it there and back since. */
export const isConfirmedAsAsked = ({
  confirmed,
  wording,
  writers,
}: Pick<DailyPost, 'confirmed' | 'wording' | 'writers'>): boolean =>
  confirmed?.wording === wording && (confirmed.asked === undefined || confirmed.asked === writers.at(-1)?.at);

/**
 * Read from what was decided on which wording, so that a change that crosses a decision is never covered by it. Own
 * words were written for one release: a newer one makes them wait again.
 * @param release the story's live release; null: none
 */
export function standingOf(
  { confirmed, declined, isCancelled, wording, words, writers }: Stood,
  release: string | null,
): DailyStanding {
  if (isCancelled) return 'cancelled';
  if (declined?.wording === wording) return 'declined';
  if (!isConfirmedAsAsked({ confirmed, wording, writers })) return 'waiting';
  return words.length === 0 || confirmed?.release === release ? 'confirmed' : 'waiting';
}

/** Why nothing of it goes out as it stands, for the planner; null: it may. */
export const waitsFor = (post: Stood, release: string | null): string | null =>
  ({
    confirmed: null,
    cancelled: null,
    waiting: isConfirmedAsAsked(post)
      ? '稿件有了新签发的内容，自己写的话要由第二人再确认一次：确认以后才会发出。'
      : '还没有第二人确认：确认以后才会发出。',
    declined: '第二人没有同意：请改好再请人确认，或取消。',
  })[standingOf(post, release)];
