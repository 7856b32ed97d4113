import { addDays, civilDay, instantOf } from '../../calendar/civil-day.ts';
import type { DeliveryStore } from '../../ports/delivery-store.ts';
import type { ManualClock } from './manual-clock.ts';
import type { Worker } from './worker.ts';
import { least } from '../../lists/least.ts';

export interface SimulateOptions {
  /** The clock is set forward to `from`; the run ends with the clock at `to`, whose own instant is not run. */
  from: Date;
  to: Date;
  planTick(now: Date): Promise<unknown>;
  worker: Worker;
  store: Pick<DeliveryStore, 'nextDue'>;
  clock: ManualClock;
  /** What people do in that time: each is followed by a planning tick, as the next heartbeat would. */
  acts?: { at: Date; run(): Promise<unknown> }[];
}

export interface SimulateResult {
  /** Instants at which something was looked at. */
  stops: number;
  /** Steps that the worker made. */
  steps: number;
}

/**
 * Runs planner and worker through a span of time, jumping from event to event: midnight (Asia/Shanghai), due
 * deliveries, acts. Same decisions as the minute's heartbeat, because nothing happens in the minutes between.
 */
export async function simulate(options: SimulateOptions): Promise<SimulateResult> {
  const { from, to, planTick, worker, store, clock } = options;
  const acts = [...(options.acts ?? [])].sort((a, b) => a.at.getTime() - b.at.getTime());
  clock.advanceTo(from);
  let midnight = clock.now();
  let steps = 0;
  let stops = 0;
  while (clock.now() < to) {
    stops += 1;
    const now = clock.now();
    let mustPlan = midnight <= now;
    while (acts[0] && acts[0].at <= now) {
      await acts.shift()?.run();
      mustPlan = true;
    }
    // Twice: what a first round takes out, a second may replace.
    if (mustPlan) for (let round = 0; round < 2; round += 1) await planTick(now);
    if (midnight <= now) midnight = instantOf(addDays(civilDay(now), 1), '00:00');
    steps += await worker.runDue();
    const due = await store.nextDue();
    // Due, but held by somebody else's lease: come back a second later.
    const nextDue = due && (due > clock.now() ? due : new Date(clock.now().getTime() + 1000));
    const events = [midnight, to, nextDue, acts[0]?.at].filter((at): at is Date => at instanceof Date);
    clock.advanceTo(new Date(least(events.map(Number)) ?? to.getTime()));
  }
  return { stops, steps };
}
