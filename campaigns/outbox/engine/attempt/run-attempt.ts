import type { z } from 'zod';
import { outcomeSchema } from '../../../channels/answer-schema.ts';
import type { Channel, Outcome, SendJob } from '../../../channels/channel.ts';
import type { Delivery } from '../../../ports/delivery.ts';
import type { Release } from '../../../ports/release.ts';
import type { ClosingStep } from '../../journal/close.ts';
import type { OutboxContext } from './context.ts';
import type { Lease } from './lease.ts';
import { reason } from './log.ts';
import { lastSendAt, learned, resumedAt } from '../../journal/trail.ts';
import type { Trail } from '../../journal/trail.ts';

export interface Run {
  delivery: Delivery;
  trail: Trail;
  kind: 'send' | 'look';
  channel: Channel;
  release: Release;
  lease: Lease;
}

const minute = 60_000;

/**
 * What is to be sent, or how the step ends without it. Never rejects for what a release does.
 * A look asks after a release even when it is live no more: it may be out.
 */
export async function readRelease(
  ctx: OutboxContext,
  delivery: Delivery,
  kind: 'send' | 'look',
): Promise<{ release: Release } | { closing: ClosingStep }> {
  const { releaseId } = delivery;
  try {
    const release = await ctx.releases(releaseId, delivery);
    if (kind === 'look' || (await ctx.isLive(releaseId))) return { release };
    return { closing: { kind, outcome: 'not-live', note: '这一版已撤回或已被新版代替，没有发送。' } };
  } catch (error) {
    const note = `读不到签发稿 ${releaseId}（${reason(error)}），${kind === 'send' ? '没有发送，' : ''}稍后再试。`;
    return { closing: { kind, note, outcome: kind === 'send' ? 'retry' : 'unknown', after: minute } };
  }
}

/** Calls the channel for a claimed attempt. Never rejects for what a channel does. */
export const runAttempt = (ctx: OutboxContext, run: Run): Promise<Outcome> =>
  callInTime<Outcome>(ctx, run, outcomeSchema, (job) => run.channel[run.kind](job));

/** One call of a channel under its lease and within its time; what it throws, does not finish or says in no known way is unknown. */
export async function callInTime<T extends { kind: string }>(
  ctx: OutboxContext,
  { delivery, release, trail, lease }: Omit<Run, 'kind' | 'channel'>,
  schema: z.ZodType<T>,
  call: (job: SendJob) => Promise<T>,
): Promise<T | { kind: 'unknown'; lookAfter: number; note: string }> {
  const signal = AbortSignal.timeout(ctx.limits.deadlineMs);
  const job: SendJob = {
    deliveryId: delivery.id,
    release,
    link: ctx.linkFor(delivery, release),
    progress: learned(delivery.progress, trail),
    lastSendAt: lastSendAt(trail),
    resumedAt: resumedAt(trail),
    record: (progress) => lease.record(progress),
    signal,
  };
  try {
    lease.check();
    const answer = await Promise.race([call(job), deadline(signal)]);
    // Nonsense must not be written down as an outcome; what is not known is looked at.
    return schema.safeParse(answer).success
      ? answer
      : { kind: 'unknown', lookAfter: minute, note: '渠道的答复读不懂，不知道有没有做成，先向平台核对。' };
  } catch (error) {
    return { kind: 'unknown', lookAfter: minute, note: `没有得到结果（${reason(error)}），先向平台核对。` };
  }
}

const deadline = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('超过时限')), { once: true });
  });
