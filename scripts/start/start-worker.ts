import { join } from 'node:path';
import { startScheduler } from '../../campaigns/outbox/engine/scheduler.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { say } from '../cli/talk.ts';
import { createDispatch } from '../compose/dispatch.ts';
import type { OpenCms } from '../compose/open-cms.ts';
import { openPlatforms } from '../compose/platforms.ts';
import { createMinute } from '../tick/minute.ts';
import type { Tick } from '../tick/runner.ts';
import { wechatHookPath } from './hooks/wechat-hook.ts';

export interface RunningWorker {
  /** How the steps of the minute stand in this process. */
  tick: Tick;
  /** Waits for what is being sent. */
  stop(): Promise<void>;
}

/** Runs the push scheduler in this process. */
export async function startWorker(cms: OpenCms, clock: Clock): Promise<RunningWorker> {
  const { settings, payload } = cms;
  const platforms = await openPlatforms(
    settings,
    clock,
    join(settings.DATA_DIR, 'emulators'),
    `http://127.0.0.1:${settings.SITE_PORT}${wechatHookPath}`,
  );
  const log = (line: string) => say(`  [推送] ${line}`);
  if (settings.CHANNELS === 'emulator')
    log(`模拟器页面：微信 ${platforms.wechat.apiBase}/ ，微博 ${platforms.weibo.apiBase}/`);
  const { steps, store, worker } = await createDispatch({
    payload,
    settings,
    platforms,
    clock,
    pressDir: settings.pressDir,
    log,
  });
  const tick = createMinute({ clock, log, payload, settings, steps });
  const scheduler = startScheduler({ worker, store, planTick: tick.run, clock, log });
  return {
    tick,
    async stop() {
      await scheduler.stop();
      await tick.settled();
      await platforms.close();
    },
  };
}
