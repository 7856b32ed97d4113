import { join } from 'node:path';
import { startScheduler } from '../../campaigns/outbox/scheduler.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { recordHeartbeat } from '../../cms/admin/heartbeat.ts';
import { createNightly } from '../../cms/checking/nightly/create-nightly.ts';
import { askOutside } from '../../cms/checking/nightly/outside-links.ts';
import { proposeCampaigns } from '../../cms/programme/propose-campaigns.ts';
import { createReader } from '../../cms/read/payload-reader.ts';
import { say } from '../cli/talk.ts';
import { createDispatch } from '../compose/dispatch.ts';
import type { OpenCms } from '../compose/open-cms.ts';
import { openPlatforms } from '../compose/platforms.ts';
import { wechatHookPath } from './hooks/wechat-hook.ts';

/** Runs the push scheduler in this process. Resolves with how to stop it (waits for what is being sent). */
export async function startWorker(cms: OpenCms, clock: Clock): Promise<() => Promise<void>> {
  const { settings, payload } = cms;
  const platforms = await openPlatforms(settings, clock, join(settings.DATA_DIR, 'emulators'), `http://127.0.0.1:${settings.SITE_PORT}${wechatHookPath}`);
  const log = (line: string) => say(`  [推送] ${line}`);
  if (settings.CHANNELS === 'emulator') log(`模拟器页面：微信 ${platforms.wechat.apiBase}/ ，微博 ${platforms.weibo.apiBase}/`);
  const dispatch = await createDispatch({ payload, settings, platforms, clock, pressDir: settings.pressDir, log });
  const reader = createReader({ payload, clock, demo: settings.CHANNELS === 'emulator', siteUrl: settings.siteUrl, city: settings.REGION });
  const nightly = createNightly({ payload, reader, clock, outside: settings.LINK_CHECK === 'on' ? askOutside : null, log: (line) => say(`  [巡查] ${line}`) });
  const planTick = async (now: Date) => {
    await dispatch.planTick();
    for (const title of await proposeCampaigns(payload, now)) log(`明年的“${title}”已拟好草稿，在“日历”里等人拿主意。`);
    await recordHeartbeat(payload, now);
    nightly.tick();
  };
  const scheduler = startScheduler({ worker: dispatch.worker, store: dispatch.store, planTick, clock, log });
  return async () => {
    await scheduler.stop();
    await nightly.settled();
    await platforms.close();
  };
}
