import type { Channel, Outcome, SendJob } from '../channels/channel.ts';
import type { Delivery } from '../ports/delivery.ts';
import type { Release } from '../ports/release.ts';
import type { OutboxContext } from './context.ts';
import type { Lease } from './lease.ts';
import { reason } from './log.ts';
import { lastSendAt, learned } from './trail.ts';
import type { Trail } from './trail.ts';

export interface Run {
  delivery: Delivery;
  trail: Trail;
  kind: 'send' | 'look';
  channel: Channel;
  lease: Lease;
}

const minute = 60_000;

/** Calls the channel for a claimed attempt. Never rejects for what a channel or a release does. */
export async function runAttempt(ctx: OutboxContext, run: Run): Promise<Outcome | { kind: 'not-live'; note: string }> {
  const { delivery, kind, lease } = run;
  const signal = AbortSignal.timeout(ctx.limits.deadlineMs);
  let release: Release;
  try {
    release = await ctx.releases(delivery.releaseId);
    if (kind === 'send' && !(await ctx.isLive(delivery.releaseId))) {
      return { kind: 'not-live', note: '这一版已撤回或已被新版代替，没有发送。' };
    }
  } catch (error) {
    const note = `读不到签发稿 ${delivery.releaseId}（${reason(error)}），没有发送，稍后再试。`;
    return kind === 'send' ? { kind: 'retry', after: minute, note } : { kind: 'unknown', lookAfter: minute, note };
  }
  const job: SendJob = {
    deliveryId: delivery.id,
    release,
    link: ctx.linkFor(delivery, release),
    progress: learned(delivery.progress, run.trail),
    lastSendAt: lastSendAt(run.trail),
    record: (progress) => lease.record(progress),
    signal,
  };
  try {
    // From here on a crash means “unknown”: only a look may follow.
    if (kind === 'send') await lease.record({ begun: true });
    return await Promise.race([run.channel[kind](job), deadline(signal)]);
  } catch (error) {
    return { kind: 'unknown', lookAfter: minute, note: `没有得到结果（${reason(error)}），先向平台核对。` };
  }
}

const deadline = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('超过时限')), { once: true });
  });
