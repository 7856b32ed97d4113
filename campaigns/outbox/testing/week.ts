import { startWechatEmulator } from '../../channels/wechat/emulator/server.ts';
import { createWechatChannel } from '../../channels/wechat/wechat-channel.ts';
import { startWeiboEmulator } from '../../channels/weibo/emulator/server.ts';
import { createWeiboChannel } from '../../channels/weibo/weibo-channel.ts';
import { sampleAssets } from '../../channels/testing/assets.ts';
import { sampleRelease } from '../../channels/testing/release.ts';
import { instantOf } from '../../calendar/civil-day.ts';
import type { Channel } from '../../channels/channel.ts';
import type { PlannedCampaign, PlannedPost } from '../../planner/campaign.ts';
import { plan } from '../../planner/plan.ts';
import type { Delivery } from '../../ports/delivery.ts';
import { applyPlan } from '../engine/plan/apply-plan.ts';
import { createManualClock } from '../engine/manual-clock.ts';
import { createMemoryStore } from '../journal/memory-store.ts';
import { simulate } from '../engine/simulate.ts';
import { createWorker } from '../engine/worker.ts';
import { hostOwner } from './bench.ts';
import { seeded } from './fixtures.ts';

const safeDomain = 'www.example.gov.cn';

/** What to do when its minute is missed, four ways; windows in minutes. */
export const policies = [
  { name: 'late-a-day', misfire: 'late', misfireWindow: 1440 },
  { name: 'late-a-week', misfire: 'late', misfireWindow: 10_080 },
  { name: 'skip', misfire: 'skip', misfireWindow: 1440 },
  { name: 'ask', misfire: 'ask', misfireWindow: 1440 },
] as const;

/** A campaign from Monday to Sunday: each day at 09:00 one post of each policy on WeChat and Weibo. */
const posts = Array.from({ length: 7 }, (_, day) =>
  policies.map(
    ({ name, misfire, misfireWindow }): PlannedPost => ({
      id: `${name}-${day}`,
      slug: `${name}-${day}`,
      storyId: `${name}-${day}`,
      channels: ['wechat', 'weibo'],
      when: { anchor: 'start', offsetDays: day, time: '09:00' },
      misfire,
      misfireWindow,
    }),
  ),
).flat();
const campaign: PlannedCampaign = {
  id: 'week',
  slug: 'week',
  year: 2026,
  state: 'confirmed',
  occasion: { start: '2026-07-06', end: '2026-07-12', state: 'confirmed' },
  posts,
};

/** One machine with the real planner, outbox and clients, against emulators on real sockets that never stop. */
export async function openWeek() {
  const clock = createManualClock(instantOf('2026-07-05', '20:00'));
  const wechat = await startWechatEmulator({ port: 0, clock });
  const weibo = await startWeiboEmulator({ port: 0, clock, safeDomain });
  const store = createMemoryStore();
  const context = { clock, assets: sampleAssets() };
  let births = 0;

  /** Runs until `until`, as a process of its own; between two of them the machine is off. */
  const run = async (until: Date) => {
    births += 1;
    const channels: Channel[] = [
      createWechatChannel(
        { id: 'wechat', name: '微信公众号', apiBase: wechat.url, appId: 'wxdemo', appSecret: 'demo-secret' },
        context,
      ),
      createWeiboChannel(
        { id: 'weibo', name: '微博', apiBase: weibo.url, accessToken: 'demo-token', safeDomain },
        context,
      ),
    ];
    const worker = createWorker({
      store,
      clock,
      channels: new Map(channels.map((c) => [c.id, c])),
      random: seeded(births),
      owner: hostOwner(`host:${births}`),
      every: () => () => undefined,
      releases: async (id) =>
        sampleRelease({
          id,
          serial: posts.findIndex((p) => p.id === id) + 1,
          title: `示例稿 ${id}`,
          summary: `示例摘要 ${id}。`,
        }),
      isLive: async () => true,
      linkFor: (d, r) => `https://${safeDomain}/s/${r.serial}?d=${d.id}`,
    });
    const planTick = async (now: Date) =>
      applyPlan({
        store,
        clock,
        plan: plan({
          campaigns: [campaign],
          releases: new Map(posts.map(({ id }) => [id, { id, version: 1 }])),
          deliveries: await store.list({}),
          quietDays: new Set(),
          now,
        }),
      });
    await simulate({ from: clock.now(), to: until, planTick, worker, store, clock });
  };
  return {
    store,
    clock,
    run,
    sleepUntil: (instant: Date) => clock.advanceTo(instant),
    /** How many copies of each delivery the platforms hold. */
    copies: () =>
      Map.groupBy(
        [...wechat.ledger(), ...weibo.ledger()].map((row) => row.deliveryId),
        (id) => id,
      ),
    close: () => Promise.all([wechat.close(), weibo.close()]),
  };
}

export const policyOf = (d: Delivery) => d.postId.replace(/-\d$/, '');
