import { each } from '../../../bulkhead/each.ts';
import type { FinishedAttempt, RunningAttempt } from '../../../ports/attempt.ts';
import type { Delivery } from '../../../ports/delivery.ts';
import type { OutboxContext } from './context.ts';
import { project } from '../../journal/project.ts';
import { isRecallKind } from '../../journal/recall/recall-trail.ts';
import { begun, isRunning } from '../../journal/trail.ts';
import type { Trail } from '../../journal/trail.ts';

/**
 * May this unfinished attempt be taken for gone? `surely`: its process is dead. Otherwise its lease has run out, but it
 * may only be slow: it can still be passing the last check before a mutation, which it finishes within one lease.
 */
function verdict(ctx: OutboxContext, attempt: RunningAttempt): { surely: boolean } | null {
  const { owner, limits, running } = ctx;
  if (attempt.owner === owner.name)
    return running.has(`${attempt.deliveryId}#${attempt.number}`) ? null : { surely: true };
  const life = owner.judge(attempt.owner);
  if (life === 'dead') return { surely: true };
  const grace = life === 'alive' ? limits.aliveGraceMs : limits.graceMs;
  const over = ctx.clock.now().getTime() - attempt.leaseUntil.getTime();
  return over > grace ? { surely: false } : null;
}

/**
 * Closes an attempt whose owner is gone. One that had begun to send is *unknown*, never *failed*: the next one looks.
 * @returns false while its owner may still be at work
 */
export async function recover(ctx: OutboxContext, delivery: Delivery, trail: Trail): Promise<boolean> {
  const last = trail.at(-1);
  if (!isRunning(last)) return false;
  const found = verdict(ctx, last);
  if (!found) return false;
  const mayHaveSent = last.kind === 'send' && (begun(last) || !found.surely);
  const note = isRecallKind(last.kind)
    ? '程序中断，不知办到哪一步，接着办。'
    : last.kind === 'send' && !mayHaveSent
      ? '还没有开始发送，程序就中断了，将重新发送。'
      : '程序中断，不知是否已发出，先向平台核对。';
  const end = {
    finishedAt: ctx.clock.now(),
    outcome: 'crashed' as const,
    note,
    progress: last.progress,
    begun: mayHaveSent,
    after: found.surely ? 0 : ctx.limits.leaseMs,
  };
  const closed: FinishedAttempt = { ...last, ...end };
  // Finished by its owner or by another healer in this very moment: their word stands.
  if (!(await ctx.store.patchAttempt(delivery.id, last.number, end))) return false;
  ctx.log(`推送 ${delivery.id} 第 ${last.number} 次：${note}（原执行者 ${last.owner}）`);
  await ctx.store.patch(delivery.id, project(delivery, [...trail.slice(0, -1), closed], ctx.limits, ctx.random));
  return true;
}

/** At a worker's start: frees at once what a dead process of this host had claimed, instead of waiting for the leases. */
export async function recoverDead(ctx: OutboxContext): Promise<number> {
  const claimed = await ctx.store.list({ states: ['claimed'] });
  const freed = await each(
    claimed,
    ({ channel, id }) => [`delivery ${id}`, `${channel} 上的一份（${id}）`],
    async (delivery) => recover(ctx, delivery, await ctx.store.attempts(delivery.id)),
  );
  return freed.filter(Boolean).length;
}
