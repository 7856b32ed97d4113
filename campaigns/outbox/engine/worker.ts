import { noteStuck } from '../../bulkhead/stuck.ts';
import type { Delivery } from '../../ports/delivery.ts';
import { attemptDelivery } from './attempt/attempt-delivery.ts';
import { everyReal } from './attempt/context.ts';
import type { OutboxContext } from './attempt/context.ts';
import { createGate } from './gate.ts';
import { defaultLimits } from '../journal/limits.ts';
import { reason, silent } from './attempt/log.ts';
import { processOwner } from './attempt/owner.ts';
import { recoverDead } from './attempt/recover.ts';

type Needed = Pick<OutboxContext, 'store' | 'channels' | 'releases' | 'isLive' | 'linkFor' | 'clock'>;
export type WorkerOptions = Needed &
  Partial<Omit<OutboxContext, 'running'>> & {
    /** How many channels may be busy at once. */
    concurrency?: number;
  };

export interface Worker {
  /**
   * Makes every step that is due now and is nobody else's; deliveries of one channel one after the other in order of
   * time, channels side by side. May be called while it runs: channels that are busy are left to the earlier call.
   * @returns how many steps were made
   */
  runDue(): Promise<number>;
  /** The same until `until` on the worker's clock, sleeping in between. */
  drain(until: Date): Promise<number>;
  /** Finishes the steps that run and begins no other: running and later calls return. */
  stop(): void;
}

const batch = 200;
/** Steps of one delivery within one run: enough for healing, looking and sending; a loop beyond that is left to the next tick. */
const maxSteps = 6;

export function createWorker(options: WorkerOptions): Worker {
  const ctx: OutboxContext = {
    random: Math.random,
    log: silent,
    owner: processOwner(),
    limits: defaultLimits,
    every: everyReal,
    paused: () => false,
    ...options,
    running: new Set(),
  };
  const gate = createGate(options.concurrency ?? 4);
  const busy = new Set<string>();
  let started: Promise<unknown> | null = null;
  let stopped = false;

  /** Steps made; deliveries that must wait for the next call go into `later`. */
  async function lane(
    channel: string,
    rows: Delivery[],
    counts: Map<string, number>,
    later: Set<string>,
  ): Promise<number> {
    busy.add(channel);
    let steps = 0;
    try {
      for (const { id } of rows) {
        if (stopped) break;
        const count = (counts.get(id) ?? 0) + 1;
        counts.set(id, count);
        try {
          const step = await gate(() => attemptDelivery(ctx, id));
          if (step === 'done' || step === 'healed') steps += 1;
          if (step === 'busy' || count >= maxSteps) later.add(id);
        } catch (error) {
          later.add(id);
          ctx.log(`推送 ${id} 这一步没有做完：${reason(error)}，稍后自动补上。`);
          noteStuck(`delivery ${id}`, `${channel} 上的一份（${id}）`, error);
        }
      }
    } finally {
      busy.delete(channel);
    }
    return steps;
  }

  async function runDue(): Promise<number> {
    await (started ??= recoverDead(ctx).catch((error: unknown) => {
      started = null;
      throw error;
    }));
    const counts = new Map<string, number>();
    const later = new Set<string>();
    let total = 0;
    let limit = batch;
    while (!stopped) {
      const due = await ctx.store.due(ctx.clock.now(), limit);
      const rows = due.filter((d) => !later.has(d.id) && !busy.has(d.channel));
      if (rows.length === 0) {
        if (due.length < limit) break;
        // The first ones are all taken: others may wait behind them.
        limit *= 2;
        continue;
      }
      const lanes = Map.groupBy(rows, (d) => d.channel);
      const steps = await Promise.all([...lanes].map(([channel, own]) => lane(channel, own, counts, later)));
      total += steps.reduce((a, b) => a + b, 0);
    }
    return total;
  }

  async function drain(until: Date): Promise<number> {
    let total = 0;
    while (!stopped) {
      total += await runDue();
      const next = await ctx.store.nextDue();
      if (!next || next > until) return total;
      const wait = next.getTime() - ctx.clock.now().getTime();
      // Due but not ours: look again in a second.
      await ctx.clock.sleep(wait > 0 ? wait : 1000);
      if (ctx.clock.now() > until) break;
    }
    return total;
  }

  return { runDue, drain, stop: () => void (stopped = true) };
}
