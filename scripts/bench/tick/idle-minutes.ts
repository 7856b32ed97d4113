import type { Payload } from 'payload';
import { createManualClock } from '../../../campaigns/outbox/engine/manual-clock.ts';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { createChangeFeed } from '../../../cms/read/changes.ts';
import { createDispatch } from '../../compose/dispatch.ts';
import { readSettings } from '../../settings/settings.ts';
import { createMinute } from '../../tick/minute.ts';
import { summary } from '../figures.ts';
import { countWork } from './count-work.ts';

/** What an idle minute and an idle look of the site's watcher cost, medians. */
export interface Idle {
  /** Processor milliseconds of this process (with SQLite the database is in it). */
  ms: number;
  questions: number;
  rows: number;
}

const minutes = 15;

/** Runs every step of the minute over a city in which nothing is due, until it has settled, then `minutes` times. */
export async function idleMinutes(
  payload: Payload,
  dataDir: string,
): Promise<{ minute: Idle; look: Idle; byStep: Map<string, number> }> {
  const clock = createManualClock(systemClock.now());
  const settings = readSettings({ DATA_DIR: dataDir, CHANNELS: 'manual' });
  const platforms = {
    wechat: { apiBase: '', appId: '', appSecret: '', submitSettleMs: 1000 },
    weibo: { apiBase: '', accessToken: '', safeDomain: 'localhost', rip: '127.0.0.1' },
    press: {},
    callbacks: false,
    close: async () => undefined,
  };
  const log = () => undefined;
  const { steps, store } = await createDispatch({
    payload,
    settings,
    platforms: platforms as never,
    clock,
    pressDir: `${dataDir}/press`,
    askPage: async () => ({ status: 404, html: '' }) as never,
    log,
  });
  const byStep = new Map<string, number>();
  // Each step in turn, so that the time is its own.
  const timed = (step: (typeof steps)[number]) => ({
    ...step,
    aside: false,
    run: async (now: Date) => {
      const before = process.cpuUsage();
      await step.run(now);
      const { system, user } = process.cpuUsage(before);
      byStep.set(step.name, (byStep.get(step.name) ?? 0) + (system + user) / 1000 / minutes);
    },
  });
  const tick = createMinute({ clock, log, payload, settings, steps: steps.map(timed) });
  const beat = async () => {
    clock.advance(60_000);
    await tick.run(clock.now());
    await tick.settled(600_000);
  };
  for (let n = 0; n < 4; n += 1) await beat();
  const stuck = Object.entries(tick.states()).flatMap(([name, { failing, stuck: items }]) =>
    [failing?.error ?? '', ...items.map(({ item }) => item)].filter(Boolean).map((what) => `${name}: ${what}`),
  );
  if (stuck.length > 0) throw new Error(stuck.join('\n'));
  byStep.clear();
  const minute = await measured(payload, minutes, beat);
  const feed = createChangeFeed(payload);
  for (let n = 0; n < 3; n += 1) await feed.poll();
  // As often as the running product does: the watcher's look, and the question for the next copy that is due.
  const look = await measured(payload, 60, async () => {
    await feed.poll();
    await store.nextDue();
  });
  return { minute, look, byStep };
}

async function measured(payload: Payload, times: number, work: () => Promise<unknown>): Promise<Idle> {
  const ms: number[] = [];
  const done = await countWork(payload);
  for (let n = 0; n < times; n += 1) {
    const before = process.cpuUsage();
    await work();
    const { system, user } = process.cpuUsage(before);
    ms.push((system + user) / 1000);
  }
  const { questions, rows } = await done();
  return { ms: summary(ms).median, questions: questions / times, rows: rows / times };
}
