import { join } from 'node:path';
import type { Payload } from 'payload';
import { createChannels } from '../../campaigns/channels/create-channels.ts';
import type { AskPage } from '../../campaigns/channels/website/ask-page.ts';
import { createAftercare } from '../../campaigns/outbox/aftercare.ts';
import { applyPlan } from '../../campaigns/outbox/apply-plan.ts';
import { reason } from '../../campaigns/outbox/log.ts';
import { processOwner } from '../../campaigns/outbox/owner.ts';
import { createWorker } from '../../campaigns/outbox/worker.ts';
import { plan } from '../../campaigns/planner/plan.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { settleHonours } from '../../cms/nominations/settle-honours.ts';
import { publishDue } from '../../cms/release/publish.ts';
import { settleRecalls } from '../../cms/release/settle-recalls.ts';
import { loadChannels } from '../../cms/starter/load-channels.ts';
import { loadRegion } from '../../cms/starter/load-region.ts';
import { createAssets } from '../../cms/store/assets.ts';
import { createPauseCheck } from '../../cms/store/channel-pauses.ts';
import { createChannelEvents } from '../../cms/store/payload-channel-events.ts';
import { createDeliveryStore } from '../../cms/store/payload-delivery-store.ts';
import { readPlannerInput } from '../../cms/store/planner-source.ts';
import { createReleaseSource } from '../../cms/store/release-source.ts';
import type { Settings } from '../settings/settings.ts';
import { defaultCover } from './default-cover.ts';
import type { Platforms } from './platforms.ts';
import { siteLink } from './site-link.ts';

export interface DispatchOptions {
  payload: Payload;
  settings: Settings;
  platforms: Platforms;
  clock: Clock;
  /** Where 供稿包 are written; a simulation writes elsewhere. */
  pressDir: string;
  /** How the site's pages are asked; over HTTP by default. */
  askPage?: AskPage;
  log: (line: string) => void;
}

/**
 * Everything that sends: planner, outbox, worker and channels on one CMS.
 * `planTick` is level-triggered: it compares what should exist with what exists and closes the difference.
 */
export async function createDispatch({ payload, settings, platforms, clock, pressDir, askPage, log }: DispatchOptions) {
  const store = createDeliveryStore(payload);
  const releases = createReleaseSource(payload);
  const accounts = await loadChannels();
  const channels = createChannels(accounts, {
    mode: settings.CHANNELS === 'manual' ? 'manual' : 'api',
    wechat: { ...platforms.wechat, defaultCover: await defaultCover() },
    weibo: platforms.weibo,
    contact: (await loadRegion(process.cwd(), settings.REGION)).contact,
    pressDir,
    press: platforms.press,
    manualDir: join(settings.DATA_DIR, 'manual'),
    communityDir: join(settings.DATA_DIR, 'community'),
    askPage,
  }, { clock, assets: createAssets(payload), ...(platforms.callbacks ? { events: createChannelEvents(payload) } : {}) });
  const worker = createWorker({
    store,
    channels,
    releases: releases.get,
    isLive: releases.isLive,
    paused: createPauseCheck(payload, clock),
    linkFor: siteLink(settings.siteUrl),
    clock,
    log,
  });
  const tendOut = createAftercare({
    store, channels, releases: releases.get, linkFor: siteLink(settings.siteUrl), clock, log, owner: processOwner().name,
    watches: accounts.flatMap((account) => (account.type === 'wechat' && account.watch ? [{ channel: account.id, ...account.watch }] : [])),
  });
  const quotas = accounts.map(({ id, name, quota }) => ({ channel: id, name, rules: quota ?? [] }));
  // Said once, not every minute.
  let told = new Set<string>();
  const planTick = async () => {
    await settleHonours(payload, clock);
    await publishDue(payload);
    await settleRecalls(payload, clock, store);
    const input = await readPlannerInput(payload, store, clock.now(), { holdStarter: settings.CHANNELS === 'live' });
    const next = plan({ ...input, quotas });
    for (const { message } of next.overbooked.filter((o) => !told.has(o.message))) log(message);
    told = new Set(next.overbooked.map((o) => o.message));
    const applied = await applyPlan({ plan: next, store, clock });
    // Last, and never in the way of what is due.
    await tendOut().catch((error: unknown) => log(`再看已发出的内容时出错：${reason(error)}，下一分钟再来。`));
    return applied;
  };
  return { store, worker, channels, planTick };
}
