import { civilDay, daysBetween, instantOf, partsOf } from '../../../campaigns/calendar/civil-day.ts';
import { startWeiboEmulator } from '../../../campaigns/channels/weibo/emulator/server.ts';
import { createWeiboChannel } from '../../../campaigns/channels/weibo/weibo-channel.ts';
import { createManualClock } from '../../../campaigns/outbox/engine/manual-clock.ts';
import { applyPlan } from '../../../campaigns/outbox/engine/plan/apply-plan.ts';
import { createWorker } from '../../../campaigns/outbox/engine/worker.ts';
import { plan } from '../../../campaigns/planner/plan.ts';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { inOwnWords } from '../../daily/own-words.ts';
import { readPlannerInput } from '../../schedule/planner-source.ts';
import type { Showing } from '../../release/showing.ts';
import { createDeliveryStore } from '../../store/payload-delivery-store.ts';
import { createPauseCheck } from '../../store/channel-pauses.ts';
import { createReleaseSource } from '../../store/release-source.ts';
import { signedIn } from '../../testing/signed-in.ts';
import { draft, release } from '../../testing/story.ts';
import { testCms } from '../../testing/test-cms.ts';
import type { PushSheet } from '../look.ts';

/** The nearest 24 March that is a month ahead: an ordinary day, no quiet one, whenever this runs. */
const today = civilDay(systemClock.now());
const { year } = partsOf(today);
const day = daysBetween(today, `${year}-03-24`) > 30 ? `${year}-03-24` : `${year + 1}-03-24`;
export const pushMinute = { day, time: '10:30', at: instantOf(day, '10:30') };

export type PushScene = Awaited<ReturnType<typeof pushScene>>;

/**
 * A desk with a signed story, a Weibo to send to and a minute that plans and sends; people talk to it as browsers do.
 * @param url of a MongoDB; without one SQLite
 */
export async function pushScene(url?: string) {
  if (url) process.env.CMS_TEST_MONGODB_URL = url;
  const cms = await testCms();
  const desk = await signedIn(cms, ['author', 'reviewer1', 'reviewer2', 'secrecy', 'signer', 'admin', 'auditor']);
  const { payload } = cms;
  const { author, reviewer1: first, secrecy, signer } = desk.people;
  const second = { ...desk.people.reviewer2!, roles: ['reviewer2', 'secrecy'] as never };
  const staff = { author: author!, first: first!, second, signer: signer!, secrecy: secrecy! };
  const signed = async (title: string, more = {}, showing: Showing = { from: null, until: null }) => {
    const { id } = await draft(payload, staff.author, { title, ...more });
    return { id, release: await release(payload, id, staff, systemClock, showing) };
  };
  const story = await signed('一杆老秤（示例）');
  const order = (over: object = {}) => ({
    story: story.id,
    channels: ['weibo'],
    day: pushMinute.day,
    time: pushMinute.time,
    ...over,
  });
  const post = async (who: string | null, path: string, body: object) => {
    const { message, response, status } = await desk.post(who, `daily-posts/${path}`, body);
    const { id = '', warnings = [] } = (await response.json()) as { id?: string; warnings?: string[] };
    return { status, message, id, warnings };
  };
  const wording = async (id: string) => (await payload.findByID({ collection: 'daily-posts', id, depth: 0 })).wording;
  const clock = createManualClock(pushMinute.at.toISOString());
  const weibo = await startWeiboEmulator({ port: 0, clock, safeDomain: 'cx.example.gov.cn' });
  const store = createDeliveryStore(payload);
  const releases = createReleaseSource(payload, clock);
  const assets = { read: () => Promise.reject(new Error('no pictures here')) };
  const channel = createWeiboChannel(
    {
      id: 'weibo',
      name: '微博',
      destroy: true,
      apiBase: weibo.url,
      accessToken: 'demo-token',
      safeDomain: 'cx.example.gov.cn',
    },
    { clock, assets },
  );
  const worker = createWorker({
    store,
    channels: new Map([['weibo', channel]]),
    releases: inOwnWords(payload, releases.get),
    isLive: releases.isLive,
    paused: createPauseCheck(payload, clock),
    linkFor: ({ id }, { serial }) => `https://cx.example.gov.cn/s/${serial}?d=${id}`,
    clock,
    log: () => undefined,
  });
  return {
    cms,
    desk,
    payload,
    story,
    signed,
    staff,
    clock,
    store,
    order,
    post,
    wording,
    ask: (who: string | null = 'author', over: object = {}) => post(who, 'ask', order(over)),
    look: async (who: string, over: object = {}) =>
      (await (await desk.post(who, 'daily-posts/look', order(over))).response.json()) as PushSheet,
    confirm: async (who: string | null, id: string) => post(who, `${id}/confirm`, { seen: await wording(id) }),
    change: async (who: string, id: string, over: object = {}) =>
      post(who, `${id}/change`, { ...order(over), seen: await wording(id) }),
    decline: async (who: string, id: string, reason = '时间不合适') =>
      post(who, `${id}/decline`, { seen: await wording(id), reason }),
    cancel: async (who: string, id: string, reason = '不发了') =>
      post(who, `${id}/cancel`, { seen: await wording(id), reason }),
    planned: async () => plan(await readPlannerInput(payload, store, clock.now(), { holdStarter: false })),
    /** One minute: plans, then sends what is due. */
    minute: async () => {
      const input = await readPlannerInput(payload, store, clock.now(), { holdStarter: false });
      await applyPlan({ plan: plan(input), store, clock });
      await worker.runDue();
    },
    /** What stands on Weibo. */
    onWeibo: () => weibo.ledger(),
    /** What befalls Weibo next. */
    fault: (fault: Parameters<typeof weibo.faults.add>[0]) => weibo.faults.add(fault),
    close: async () => {
      await weibo.close();
      await cms.close();
    },
  };
}
