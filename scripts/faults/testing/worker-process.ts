import { readFileSync } from 'node:fs';
import { startScheduler } from '../../../campaigns/outbox/engine/scheduler.ts';
import { createWorker } from '../../../campaigns/outbox/engine/worker.ts';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { createWechatChannel } from '../../../campaigns/channels/wechat/wechat-channel.ts';
import { createWeiboChannel } from '../../../campaigns/channels/weibo/weibo-channel.ts';
import { createCommunityChannel } from '../../../campaigns/channels/community/community-channel.ts';
import { createPressChannel } from '../../../campaigns/channels/press/press-channel.ts';
import { sampleRelease } from '../../../campaigns/channels/testing/release.ts';
import { getCms } from '../../../cms/get-cms.ts';
import { communityConfig, openableAssets, pressOptions } from '../folders.ts';
import { createDeliveryStore } from '../../../cms/store/payload-delivery-store.ts';

/** A scheduler as a process of its own on the database of `DATA_DIR`; its clock is ahead by the milliseconds in a file. */
const [wechatBase = '', weiboBase = '', aheadFile = '', packs = ''] = process.argv.slice(2);
const clock = { ...systemClock, now: () => new Date(Date.now() + Number(readFileSync(aheadFile, 'utf8'))) };
const store = createDeliveryStore(await getCms());
const context = { clock, assets: await openableAssets() };
const channels = [
  createWechatChannel(
    { id: 'wechat', name: '微信公众号', apiBase: wechatBase, appId: 'wxdemo', appSecret: 'demo-secret' },
    context,
  ),
  createPressChannel(pressOptions(packs), context),
  createCommunityChannel(communityConfig(packs), context),
  createWeiboChannel(
    { id: 'weibo', name: '微博', apiBase: weiboBase, accessToken: 'demo-token', safeDomain: 'www.example.gov.cn' },
    context,
  ),
];
const worker = createWorker({
  store,
  clock,
  channels: new Map(channels.map((c) => [c.id, c])),
  isLive: async () => true,
  log: (line) => console.error(line),
  releases: async (id) =>
    sampleRelease({
      id,
      serial: 100 + Number(id.slice(1)),
      title: `第${id.slice(1)}号示例稿`,
      summary: `第${id.slice(1)}号示例摘要。`,
    }),
  linkFor: (d, r) => `https://www.example.gov.cn/s/${r.serial}?d=${d.id}`,
});
startScheduler({ worker, store, clock, planTick: async () => undefined });
console.log('ready');
