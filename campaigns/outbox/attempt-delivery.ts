import type { Outcome } from '../channels/channel.ts';
import type { Attempt } from '../ports/attempt.ts';
import type { Delivery, Progress } from '../ports/delivery.ts';
import { misfire } from '../planner/misfire.ts';
import { close } from './close.ts';
import type { Closing } from './close.ts';
import type { OutboxContext } from './context.ts';
import { hold } from './lease.ts';
import { project } from './project.ts';
import { recover } from './recover.ts';
import { readRelease, runAttempt } from './run-attempt.ts';
import type { Run } from './run-attempt.ts';
import { lastSend, nextKind, sinceRearmed } from './trail.ts';
import type { Trail } from './trail.ts';

const pausedCheckMs = 60_000;

/**
 * - idle: it was not due after all, or its channel is paused.
 * - busy: somebody else is at it, or was quicker.
 * - healed: the row had fallen behind its attempts and has been brought after them.
 * - done: one step was made.
 */
export type Step = 'idle' | 'busy' | 'healed' | 'done';

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
  if (last && !last.finishedAt) return (await recover(ctx, delivery, trail)) ? 'healed' : 'busy';

  const kind = nextKind(trail);
  if (last && (delivery.attempts !== last.number || delivery.state === 'claimed' || kind === null)) {
    await store.patch(deliveryId, project(delivery, trail, limits, ctx.random));
    return 'healed';
  }

  if (kind === 'send' && !lastSend(sinceRearmed(trail)) && (await ctx.paused(delivery.channel))) return pause(ctx, delivery);
  const channel = ctx.channels.get(delivery.channel);
  const verdict = !channel ? noChannel(delivery) : kind === 'send' ? missed(delivery, trail, clock.now()) : null;
  const settle = async (closing: Omit<Closing, 'owner'>): Promise<Step> =>
    (await close(store, clock, deliveryId, { owner: owner.name, ...closing }, trail)) ? 'done' : 'busy';
  if (verdict || !channel) return settle({ kind: 'skip', ...(verdict ?? noChannel(delivery)) });

  // Before the claim, so that one that cannot be sent costs no crash's worth of doubt.
  const ready = await readRelease(ctx, delivery, kind === 'look' ? 'look' : 'send');
  if ('closing' in ready) return settle(ready.closing);
  return claimAndRun(ctx, { delivery, trail, kind: kind === 'look' ? 'look' : 'send', channel, release: ready.release });
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
  const policy = lastSend(own) ? 'late' as const : delivery.misfire;
  const answer = misfire({
    plannedAt: delivery.plannedAt, now, policy, windowMinutes: delivery.misfireWindow,
  });
  if (answer === 'send') return null;
  const late = Math.round((now.getTime() - delivery.plannedAt.getTime()) / 60_000);
  return answer === 'skip' && delivery.misfire !== 'ask'
    ? { outcome: 'missed' as const, note: `错过计划时间 ${late} 分钟，按设定跳过，没有发送。` }
    : { outcome: 'ask' as const, note: `错过计划时间 ${late} 分钟，没有发送。请决定补发还是取消。` };
}

async function claimAndRun(ctx: OutboxContext, run: Omit<Run, 'lease'>): Promise<Step> {
  const { store, clock, limits } = ctx;
  const { delivery, trail, kind, channel } = run;
  const startedAt = clock.now();
  const number = (trail.at(-1)?.number ?? 0) + 1;
  const attempt: Attempt = {
    deliveryId: delivery.id, number, kind, owner: ctx.owner.name, startedAt,
    leaseUntil: new Date(startedAt.getTime() + limits.leaseMs), finishedAt: null, outcome: null, note: null,
    // From the claim on a crash of a send means “unknown”: only a look may follow.
    progress: kind === 'send' ? { begun: true } : {},
  };
  const claim = `${delivery.id}#${number}`;
  ctx.running.add(claim);
  try {
    if (!(await store.claim(attempt))) return 'busy';
    // Others need not come back before the lease could have run out.
    const nextAt = new Date(attempt.leaseUntil.getTime() + limits.graceMs);
    await store.patch(delivery.id, { state: 'claimed', attempts: number, nextAt });
    const lease = hold(ctx, attempt);
    try {
      const outcome = await runAttempt(ctx, { ...run, lease });
      const result = { finishedAt: clock.now(), outcome: outcome.kind, note: outcome.note, progress: resultOf(outcome, lease.progress()) };
      // Closed by others meanwhile: their look will find whatever this one has done.
      if (!(await lease.finish(result))) return 'busy';
      await store.patch(delivery.id, project(delivery, [...trail, { ...attempt, ...result }], limits, ctx.random));
      ctx.log(`${channel.name} ${delivery.id} 第 ${number} 次（${kind === 'send' ? '发送' : '核对'}）：${outcome.note}`);
      return 'done';
    } finally {
      lease.end();
    }
  } finally {
    ctx.running.delete(claim);
  }
}

/** Kept with the attempt, so that the row can be rebuilt from it after a crash. */
function resultOf(outcome: Outcome, progress: Progress): Progress {
  const result: Progress = { ...progress };
  if ('externalId' in outcome) result.resultExternalId = outcome.externalId;
  if ('url' in outcome) result.resultUrl = outcome.url;
  if ('lookAfter' in outcome) result.resultAfter = outcome.lookAfter;
  if ('after' in outcome) result.resultAfter = outcome.after;
  return result;
}
