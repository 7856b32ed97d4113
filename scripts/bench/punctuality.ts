import { createWeiboChannel } from '../../campaigns/channels/weibo/weibo-channel.ts';
import { startWeiboEmulator } from '../../campaigns/channels/weibo/emulator/server.ts';
import { createWechatChannel } from '../../campaigns/channels/wechat/wechat-channel.ts';
import { startWechatEmulator } from '../../campaigns/channels/wechat/emulator/server.ts';
import { sampleAssets } from '../../campaigns/channels/testing/assets.ts';
import { sampleRelease } from '../../campaigns/channels/testing/release.ts';
import { startScheduler } from '../../campaigns/outbox/engine/scheduler.ts';
import { createWorker } from '../../campaigns/outbox/engine/worker.ts';
import { plan } from '../../campaigns/planner/plan.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { createDeliveryStore } from '../../cms/store/payload-delivery-store.ts';
import { readPlannerInput } from '../../cms/schedule/planner-source.ts';
import { testCms } from '../../cms/testing/test-cms.ts';
import { line, summary } from './figures.ts';

const safeDomain = 'www.example.gov.cn';
/** Weibo takes 30 an hour of one account: the rest goes to WeChat. */
const weiboShare = 25;

/**
 * How long after its planned instant a delivery is begun, and when it is out: the scheduler with its minute's planning
 * tick, SQLite, the real clients, emulators on real sockets. Punctual is who begins within a second (p99).
 */
export async function punctuality(count: number, spanMs: number): Promise<void> {
  const cms = await testCms();
  const store = createDeliveryStore(cms.payload);
  const wechat = await startWechatEmulator({ port: 0, clock: systemClock, profile: { publishMs: 300 } });
  const weibo = await startWeiboEmulator({ port: 0, clock: systemClock, safeDomain });
  const context = { clock: systemClock, assets: sampleAssets() };
  const channels = [
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
    clock: systemClock,
    channels: new Map(channels.map((c) => [c.id, c])),
    isLive: async () => true,
    releases: async (id) =>
      sampleRelease({
        id,
        serial: 100 + Number(id.slice(1)),
        title: `第${id.slice(1)}号示例稿`,
        summary: `第${id.slice(1)}号示例摘要。`,
      }),
    linkFor: (d, r) => `https://${safeDomain}/s/${r.serial}?d=${d.id}`,
  });
  const begin = Date.now() + 2000;
  for (let n = 0; n < count; n += 1) {
    const channel = n % Math.ceil(count / weiboShare) === 0 ? 'weibo' : 'wechat';
    // Evenly over the time, each at another part of its second.
    const plannedAt = new Date(begin + Math.round(((n + Math.random()) / count) * spanMs));
    await store.create({
      campaignId: 'c1',
      postId: `p${n}`,
      channel,
      releaseId: `r${n}`,
      plannedAt,
      misfire: 'late',
      misfireWindow: 1440,
    });
  }
  const planTick = async () =>
    plan(await readPlannerInput(cms.payload, { list: async () => [] }, systemClock.now(), { holdStarter: true }));
  const scheduler = startScheduler({ worker, store, clock: systemClock, planTick });
  while ((await store.list({})).some((d) => d.state !== 'confirmed')) await systemClock.sleep(1000);
  await scheduler.stop();

  const rows = await store.list({});
  const started = await Promise.all(
    rows.map(async (d) => Number((await store.attempts(d.id))[0]?.startedAt) - Number(d.plannedAt)),
  );
  const accepted = rows.map((d) => Number(d.sentAt) - Number(d.plannedAt));
  const copies = [...wechat.ledger(), ...weibo.ledger()].length;
  console.log(line(`${spanMs / 1000} 秒内到期 ${count} 份（SQLite、模拟器），开始发送晚于计划`, started, '毫秒'));
  console.log(line('平台收下晚于计划', accepted, '毫秒'));
  const { p99 } = summary(started);
  console.log(
    `准时：p99 ${p99.toFixed(0)} 毫秒，要求 1000 毫秒以内，${p99 <= 1000 ? '达到' : '没有达到（机器空闲时再测一次）'}；平台上共 ${copies} 份，应有 ${count} 份`,
  );
  await Promise.all([wechat.close(), weibo.close()]);
  await cms.close();
  if (copies !== count) throw new Error(`应发 ${count} 份各一次，平台上有 ${copies} 份。`);
}
