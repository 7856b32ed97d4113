import { withdrawOutcomeSchema } from '../../../channels/answer-schema.ts';
import type { Channel, WithdrawJob, WithdrawOutcome } from '../../../channels/channel.ts';
import type { Delivery } from '../../../ports/delivery.ts';
import type { Release } from '../../../ports/release.ts';
import type { RecallOrder } from '../../../ports/recall.ts';
import { claimAndRun } from '../attempt/claim-and-run.ts';
import { close } from '../../journal/close.ts';
import type { OutboxContext } from '../attempt/context.ts';
import { reason } from '../attempt/log.ts';
import { callInTime } from '../attempt/run-attempt.ts';
import type { Step } from '../attempt/step.ts';
import type { Trail } from '../../journal/trail.ts';
import { correctBySteps, noChannelSteps } from './steps-for-people.ts';
import { recallOf, type RecallKind } from '../../journal/recall/recall-trail.ts';

const minute = 60_000;

/** One step of taking a copy back or putting it right. As safe to call, crash and repeat as `attemptDelivery`. */
export async function attemptRecall(
  ctx: OutboxContext,
  delivery: Delivery,
  trail: Trail,
  next: RecallKind,
): Promise<Step> {
  const part = recallOf(trail);
  if (!part) return 'idle';
  const { order } = part;
  const enter = async (outcome: 'retry' | 'needs-person', note: string): Promise<Step> => {
    const result = outcome === 'retry' ? { outcome, after: minute } : { outcome };
    return (await close(
      ctx.store,
      ctx.clock,
      delivery.id,
      { kind: next, note, owner: ctx.owner.name, ...result },
      trail,
    ))
      ? 'done'
      : 'busy';
  };
  let release: Release;
  try {
    // Whether it is live does not matter: what went out is what is taken back.
    release = await ctx.releases(delivery.releaseId, delivery);
  } catch (error) {
    return enter('retry', `读不到签发稿 ${delivery.releaseId}（${reason(error)}），还没有撤，稍后再试。`);
  }
  const channel = ctx.channels.get(delivery.channel);
  if (!channel) return enter('needs-person', noChannelSteps(delivery, release, order));
  const call = callOf(channel, next, order);
  if (!call) return enter('needs-person', correctBySteps(channel, delivery, release, order));
  return claimAndRun(ctx, { delivery, trail, kind: call.kind, channel }, (lease) =>
    callInTime<WithdrawOutcome>(ctx, { delivery, trail, release, lease }, withdrawOutcomeSchema, (job) =>
      call.run({
        ...job,
        reason: order.reason,
        deadline: order.deadline,
        externalId: delivery.externalId,
        url: delivery.url,
      }),
    ),
  );
}

interface Call {
  kind: RecallKind;
  run(job: WithdrawJob): Promise<WithdrawOutcome>;
}

/** Null where the channel has no such call. One that cannot be asked is told once more: repeated, it has one effect. */
function callOf(channel: Channel, kind: RecallKind, { correction }: RecallOrder): Call | null {
  if (kind === 'correct') {
    const { correct } = channel;
    return correct && correction ? { kind, run: (job) => correct.call(channel, job, correction) } : null;
  }
  const { lookWithdrawn } = channel;
  if (kind === 'look-withdrawn' && lookWithdrawn) return { kind, run: (job) => lookWithdrawn.call(channel, job) };
  return { kind: 'withdraw', run: (job) => channel.withdraw(job) };
}
