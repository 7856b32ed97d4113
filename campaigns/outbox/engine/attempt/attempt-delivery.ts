import type { Delivery } from '../../../ports/delivery.ts';
import { misfire } from '../../../planner/misfire.ts';
import { claimAndRun } from './claim-and-run.ts';
import { close } from '../../journal/close.ts';
import type { ClosingStep } from '../../journal/close.ts';
import type { OutboxContext } from './context.ts';
import { nextKind } from '../../journal/next-kind.ts';
import { project } from '../../journal/project.ts';
import { attemptRecall } from '../recall/attempt-recall.ts';
import { isRecallKind } from '../../journal/recall/recall-trail.ts';
import { recover } from './recover.ts';
import { readRelease, runAttempt } from './run-attempt.ts';
import type { Step } from './step.ts';
import { isRunning, lastSend, sinceRearmed } from '../../journal/trail.ts';
import type { Trail } from '../../journal/trail.ts';

const pausedCheckMs = 60_000;

/**
 * One step of one delivery: whatever its attempts say must come next. Safe to call by any number of workers at any
 * moment; may crash at any await and be called again.
 * @throws whatever the store throws: the step then counts as crashed and heals by itself
 */
export async function attemptDelivery(ctx: OutboxContext, deliveryId: string): Promise<Step> {
  const { store, clock, limits, owner } = ctx;
  const delivery = await store.get(deliveryId);
  if (!delivery?.nextAt || delivery.nextAt > clock.now()) return 'idle';
  const trail = await store.attempts(deliveryId);
  const last = trail.at(-1);
  if (isRunning(last)) return (await recover(ctx, delivery, trail)) ? 'healed' : 'busy';

  const kind = nextKind(trail);
  if (last && (delivery.attempts !== last.number || delivery.state === 'claimed' || kind === null)) {
    await store.patch(deliveryId, project(delivery, trail, limits, ctx.random));
    return 'healed';
  }

  if (isRecallKind(kind)) return attemptRecall(ctx, delivery, trail, kind);

  if (kind === 'send' && !lastSend(sinceRearmed(trail)) && (await ctx.paused(delivery.channel)))
    return pause(ctx, delivery);
  const channel = ctx.channels.get(delivery.channel);
  const verdict = !channel ? noChannel(delivery) : kind === 'send' ? missed(delivery, trail, clock.now()) : null;
  const settle = async (closing: ClosingStep): Promise<Step> =>
    (await close(store, clock, deliveryId, { owner: owner.name, ...closing }, trail)) ? 'done' : 'busy';
  if (verdict || !channel) return settle({ kind: 'skip', ...(verdict ?? noChannel(delivery)) });

  // Before the claim, so that one that cannot be sent costs no crash's worth of doubt.
  const ready = await readRelease(ctx, delivery, kind === 'look' ? 'look' : 'send');
  if ('closing' in ready) return settle(ready.closing);
  const run = { delivery, trail, kind: kind === 'look' ? ('look' as const) : ('send' as const), channel };
  return claimAndRun(ctx, run, (lease) => runAttempt(ctx, { ...run, lease, release: ready.release }));
}

/** A paused channel begins nothing new; what has begun is still looked after, for it may be out already. */
async function pause(ctx: OutboxContext, delivery: Delivery): Promise<Step> {
  const nextAt = new Date(ctx.clock.now().getTime() + pausedCheckMs);
  await ctx.store.patch(delivery.id, { nextAt, note: '渠道已暂停，恢复后自动发送。' });
  return 'idle';
}

const noChannel = (d: Delivery) => ({
  outcome: 'blocked' as const,
  note: `没有名为“${d.channel}”的渠道，没有发送。请在渠道设置里补上它，再点“重新发送”。`,
});

/**
 * Was its minute missed by too much? Not asked again while the platform itself makes it wait (retry), nor after a person
 * put it back. A send that follows an unknown one is on its way already: it may use the whole window.
 */
function missed(delivery: Delivery, trail: Trail, now: Date) {
  const own = sinceRearmed(trail);
  if (own.some((a) => a.outcome === 'resumed' || a.outcome === 'retry')) return null;
  const policy = lastSend(own) ? ('late' as const) : delivery.misfire;
  const answer = misfire({
    plannedAt: delivery.plannedAt,
    now,
    policy,
    windowMinutes: delivery.misfireWindow,
  });
  if (answer === 'send') return null;
  const late = Math.round((now.getTime() - delivery.plannedAt.getTime()) / 60_000);
  return answer === 'skip' && delivery.misfire !== 'ask'
    ? { outcome: 'missed' as const, note: `错过计划时间 ${late} 分钟，按设定跳过，没有发送。` }
    : { outcome: 'ask' as const, note: `错过计划时间 ${late} 分钟，没有发送。请决定补发还是取消。` };
}
