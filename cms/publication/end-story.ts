import type { Payload, PayloadRequest } from 'payload';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { isWithdrawn, newestRelease } from '../release/newest.ts';
import { publishStory } from './publish.ts';
import { recordWithdrawal } from '../release/record-withdrawal.ts';
import type { Writer } from '../texts/writers.ts';
import { settleRecallsOf } from './settle-recalls.ts';

export interface StoryEnd {
  /** For the public, one sentence without anything harmful. */
  reason: string;
  /** Whose words it holds; null: the product's own alone. */
  writer: Writer | null;
  decidedBy: string;
  /** The person's own request; absent: nobody asks, or an endpoint of ours tells of it. */
  req?: PayloadRequest;
}

/**
 * Takes what is live of a story off pages, feeds and channels without the three reviews: the law counts in days.
 * Repeating it changes nothing.
 * @returns true when something was live
 */
export async function endStory(
  payload: Payload,
  clock: Clock,
  storyId: string,
  { reason, writer, decidedBy, req }: StoryEnd,
): Promise<boolean> {
  const newest = await newestRelease(payload, storyId);
  if (!newest || (await isWithdrawn(payload, newest.id))) return false;
  await recordWithdrawal(payload, newest, {
    reason,
    writer,
    decidedBy,
    decidedAt: clock.now(),
    ...(req ? { req } : {}),
  });
  await publishStory(payload, storyId, clock);
  // The next tick would tell the copies anyway.
  await settleRecallsOf(payload, clock, [storyId]).catch((error: unknown) =>
    payload.logger.warn({ err: error }, '下线还没有通知到各份副本，下一分钟再来'),
  );
  return true;
}
