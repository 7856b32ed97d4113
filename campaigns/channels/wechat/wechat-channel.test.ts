import { channelConformance } from '../conformance.ts';
import { sampleAssets } from '../testing/assets.ts';
import { testClock } from '../testing/test-clock.ts';
import { startWechatEmulator } from './emulator/server.ts';
import { createWechatChannel } from './wechat-channel.ts';

channelConformance('微信公众号', async () => {
  const clock = testClock();
  const platform = await startWechatEmulator({ port: 0, clock });
  return {
    clock,
    open: () => createWechatChannel(
      { id: 'wechat', name: '微信公众号', apiBase: platform.url, appId: 'wxdemo', appSecret: 'demo-secret' },
      { clock, assets: sampleAssets() },
    ),
    copies: async () => platform.ledger().map((row) => row.deliveryId),
    cut: (path, mode) => platform.faults.add({ path, mode }),
    close: () => platform.close(),
  };
}, ['stable_token', 'media/uploadimg', 'material/add_material', 'draft/add', 'freepublish/submit', 'freepublish/get']);
