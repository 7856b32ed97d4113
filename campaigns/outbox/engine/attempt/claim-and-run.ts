import { attemptWords } from '../../../ports/state-words.ts';
import type { Channel, Outcome, WithdrawOutcome } from '../../../channels/channel.ts';
import type { AttemptEnd, AttemptKind, RunningAttempt } from '../../../ports/attempt.ts';
import type { Delivery } from '../../../ports/delivery.ts';
import type { OutboxContext } from './context.ts';
import { hold, type Lease } from './lease.ts';
import { project } from '../../journal/project.ts';
import { resultOf } from './result-of.ts';
import { isRecallKind } from '../../journal/recall/recall-trail.ts';
import type { Step } from './step.ts';
import type { Trail } from '../../journal/trail.ts';

export interface Claimed {
  delivery: Delivery;
  /** Everything before this attempt. */
  trail: Trail;
  kind: Exclude<AttemptKind, 'skip' | 'recall'>;
  channel: Channel;
}

/**
 * Claims the next attempt by inserting it, lets `call` reach out under a lease, and enters what came of it. Nothing
 * happens when somebody else was quicker; a crash anywhere leaves an unfinished attempt, which `recover` closes.
 */
export async function claimAndRun(
  ctx: OutboxContext,
  { delivery, trail, kind, channel }: Claimed,
  call: (lease: Lease) => Promise<Outcome | WithdrawOutcome>,
): Promise<Step> {
  const { store, clock, limits } = ctx;
  const startedAt = clock.now();
  const number = (trail.at(-1)?.number ?? 0) + 1;
  const attempt: RunningAttempt = {
    deliveryId: delivery.id,
    number,
    kind,
    owner: ctx.owner.name,
    startedAt,
    leaseUntil: new Date(startedAt.getTime() + limits.leaseMs),
    finishedAt: null,
    outcome: null,
    note: null,
    progress: {},
    // From the claim on a crash of a send means “unknown”: only a look may follow.
    begun: kind === 'send',
  };
  const claim = `${delivery.id}#${number}`;
  ctx.running.add(claim);
  try {
    if (!(await store.claim(attempt))) return 'busy';
    // Others need not come back before the lease could have run out.
    const nextAt = new Date(attempt.leaseUntil.getTime() + limits.graceMs);
    await store.patch(delivery.id, {
      state: 'claimed',
      attempts: number,
      nextAt,
      ...(isRecallKind(kind) ? { recall: 'running' as const } : {}),
    });
    const lease = hold(ctx, attempt);
    try {
      const outcome = await call(lease);
      const end: AttemptEnd = {
        finishedAt: clock.now(),
        note: noteOf(outcome),
        progress: lease.progress(),
        begun: attempt.begun,
        ...resultOf(outcome),
      };
      // Closed by others meanwhile: their look will find whatever this one has done.
      if (!(await lease.finish(end))) return 'busy';
      await store.patch(delivery.id, project(delivery, [...trail, { ...attempt, ...end }], limits, ctx.random));
      ctx.log(`${channel.name} ${delivery.id} 第 ${number} 次（${attemptWords[kind]}）：${outcome.note}`);
      return 'done';
    } finally {
      lease.end();
    }
  } finally {
    ctx.running.delete(claim);
  }
}

/** A person finds the steps where the result stands. */
const noteOf = (outcome: Outcome | WithdrawOutcome): string =>
  'steps' in outcome ? `${outcome.note}请这样做：${outcome.steps}` : outcome.note;
