import { join } from 'node:path';
import type { Payload } from 'payload';
import { watchesOf } from '../../campaigns/channels/accounts.ts';
import { createChannels } from '../../campaigns/channels/create-channels.ts';
import type { AskPage } from '../../campaigns/channels/website/ask-page.ts';
import { createAftercare } from '../../campaigns/outbox/engine/aftercare.ts';
import { processOwner } from '../../campaigns/outbox/engine/attempt/owner.ts';
import { createWorker } from '../../campaigns/outbox/engine/worker.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import type { CurrentLists } from '../../cms/nominations/current-lists.ts';
import { publicFiles } from '../../cms/texts/files/public-files.ts';
import { inOwnWords } from '../../cms/daily/own-words.ts';
import { createAssets } from '../../cms/store/assets.ts';
import { createPauseCheck } from '../../cms/store/channel-pauses.ts';
import { createChannelEvents } from '../../cms/store/payload-channel-events.ts';
import { createDeliveryStore } from '../../cms/store/payload-delivery-store.ts';
import { createReleaseSource } from '../../cms/store/release-source.ts';
import type { Settings } from '../settings/settings.ts';
import type { Step } from '../tick/step.ts';
import { channelWordsStep } from '../tick/steps/channel-words.ts';
import { aftercareStep } from '../tick/steps/aftercare.ts';
import { compareListsStep } from '../tick/steps/compare-lists.ts';
import { endPeriodsStep } from '../tick/steps/end-periods.ts';
import { turnShowingsStep } from '../tick/steps/turn-showings.ts';
import { planStep } from '../tick/steps/plan.ts';
import { publishStep } from '../tick/steps/publish.ts';
import { purgePapersStep } from '../tick/steps/purge-papers.ts';
import { recallsStep } from '../tick/steps/recalls.ts';
import { registerStep } from '../tick/steps/register.ts';
import { releaseBatchesStep } from '../tick/steps/release-batches.ts';
import { sendStep } from '../tick/steps/send.ts';
import { endClosedStep } from '../tick/steps/end-closed.ts';
import { defaultCover } from './default-cover.ts';
import type { Platforms } from './platforms.ts';
import { siteLink } from './site-link.ts';
import { wordedChannels } from './worded-channels.ts';

export interface DispatchOptions {
  payload: Payload;
  settings: Settings;
  platforms: Platforms;
  clock: Clock;
  /** Where 供稿包 are written; a simulation writes elsewhere. */
  pressDir: string;
  /** How the site's pages are asked; over HTTP by default. */
  askPage?: AskPage;
  /** Where current lists can be asked; without it nobody is compared (see `cms/nominations/current-lists.ts`). */
  lists?: CurrentLists;
  log: (line: string) => void;
}

/**
 * Everything that sends: planner, outbox, worker and channels on one CMS, and the steps of the minute that settle what
 * may go out, in their order: what must go first, then what may come.
 */
export async function createDispatch({
  payload,
  settings,
  platforms,
  clock,
  pressDir,
  askPage,
  lists,
  log,
}: DispatchOptions) {
  const store = createDeliveryStore(payload);
  const releases = createReleaseSource(payload, clock);
  const asSent = inOwnWords(payload, releases.get);
  const worded = await wordedChannels(publicFiles(payload), async (some, { contact, cover }) =>
    createChannels(
      some,
      {
        mode: settings.CHANNELS === 'manual' ? 'manual' : 'api',
        wechat: { ...platforms.wechat, defaultCover: await defaultCover(cover) },
        weibo: platforms.weibo,
        contact,
        pressDir,
        press: platforms.press,
        manualDir: join(settings.DATA_DIR, 'manual'),
        communityDir: join(settings.DATA_DIR, 'community'),
        askPage,
      },
      {
        clock,
        assets: createAssets(payload),
        ...(platforms.callbacks ? { events: createChannelEvents(payload) } : {}),
      },
    ),
  );
  const { accounts, channels } = worded;
  const worker = createWorker({
    store,
    channels,
    releases: asSent,
    isLive: releases.isLive,
    paused: createPauseCheck(payload, clock),
    linkFor: siteLink(settings.siteUrl),
    clock,
    log,
  });
  const tendOut = createAftercare({
    store,
    channels,
    releases: asSent,
    linkFor: siteLink(settings.siteUrl),
    clock,
    log,
    owner: processOwner().name,
    watches: watchesOf(accounts),
  });
  const quotas = accounts.map(({ id, name, quota }) => ({ channel: id, name, rules: quota ?? [] }));
  const parts = { payload, clock, log };
  const settling: Step[] = [
    // What must go: nothing that reads files or asks other people's servers stands before it.
    registerStep(parts),
    endPeriodsStep(parts),
    endClosedStep(parts),
    publishStep(parts),
    recallsStep(parts, store),
    turnShowingsStep(parts),
    channelWordsStep(worded),
    ...(lists ? [compareListsStep(parts, lists)] : []),
    releaseBatchesStep(parts),
    purgePapersStep(parts),
    planStep({ ...parts, store, quotas, holdStarter: settings.CHANNELS === 'live' }),
  ];
  const after = aftercareStep(tendOut);
  return {
    store,
    worker,
    channels,
    steps: [...settling, sendStep(worker), after],
    /** Settles and plans without the minute around it, for a simulation: one after the other, and what fails is a failure. */
    planTick: async (now: Date) => {
      for (const step of [...settling, after]) await step.run(now);
    },
  };
}
