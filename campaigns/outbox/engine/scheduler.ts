import { schedule } from 'node-cron';
import type { Clock } from '../../ports/clock.ts';
import type { DeliveryStore } from '../../ports/delivery-store.ts';
import { reason, silent } from './attempt/log.ts';
import type { Log } from './attempt/log.ts';
import type { Worker } from './worker.ts';

export interface SchedulerOptions {
  worker: Worker;
  store: Pick<DeliveryStore, 'nextDue'>;
  /** Level-triggered: compares what should exist with what does, and closes the difference. */
  planTick(now: Date): Promise<unknown>;
  clock: Clock;
  log?: Log;
}

export interface Scheduler {
  /** When the last heartbeat had finished planning; null before the first. Older than a few minutes: something is wrong. */
  readonly lastBeat: Date | null;
  /** One heartbeat now. Beats do not overlap: one that comes during another joins it. */
  beat(): Promise<void>;
  /** Stops taking up work and resolves when all that was being sent has an outcome. */
  stop(): Promise<void>;
}

const longestNapMs = 1000;
/** While something is due (being sent, or another worker's) the next one must still start in its second. */
const busyNapMs = 250;

/**
 * Wakes planner and worker: a heartbeat each minute (Asia/Shanghai), and in between a look at the earliest due time
 * at least each second, so that a delivery starts in its own second. No state: a tick that is missed, blocked or doubled
 * changes nothing, because every tick compares everything anew.
 */
export function startScheduler({ worker, store, planTick, clock, log = silent }: SchedulerOptions): Scheduler {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = new Set<Promise<unknown>>();
  let lastBeat: Date | null = null;
  let beating: Promise<void> | null = null;

  const track = (what: string, work: Promise<unknown>): Promise<void> => {
    const safe = work.then(
      () => undefined,
      (error: unknown) => log(`${what}出错：${reason(error)}，下一分钟再来。`),
    );
    running.add(safe);
    return safe.finally(() => running.delete(safe));
  };
  const runDue = () => track('推送', worker.runDue());

  const beat = (): Promise<void> =>
    (beating ??= track(
      '排期',
      (async () => {
        await planTick(clock.now());
        lastBeat = clock.now();
        if (!signal.aborted) void runDue();
      })(),
    ).finally(() => {
      beating = null;
    }));

  const task = schedule('* * * * *', beat, { timezone: 'Asia/Shanghai', noOverlap: true, suppressMissedWarning: true });

  const watch = (async () => {
    void beat();
    while (!signal.aborted) {
      let nap = longestNapMs;
      try {
        const next = await store.nextDue();
        const wait = next ? next.getTime() - clock.now().getTime() : longestNapMs;
        // Not awaited: a slow channel must not make the others late.
        if (wait <= 0) void runDue();
        nap = wait <= 0 ? busyNapMs : Math.min(wait, longestNapMs);
      } catch (error) {
        log(`查看待发推送出错：${reason(error)}。`);
      }
      await clock.sleep(nap, signal);
    }
  })();

  return {
    get lastBeat() {
      return lastBeat;
    },
    beat,
    async stop() {
      stopping.abort();
      worker.stop();
      await task.destroy();
      await watch;
      while (running.size > 0) await Promise.all(running);
    },
  };
}
