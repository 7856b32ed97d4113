import { channelConformance } from '../conformance.ts';
import { sampleAssets } from '../testing/assets.ts';
import { testClock } from '../testing/test-clock.ts';
import { startWechatEmulator } from './emulator/server.ts';
import { createWechatChannel } from './wechat-channel.ts';

const drafting = ['stable_token', 'media/uploadimg', 'material/add_material', 'draft/add'];

const bench = (send: 'publish' | 'mass', mutation: string, question: string) => async () => {
  const clock = testClock();
  const platform = await startWechatEmulator({ port: 0, clock, profile: { massQuota: { perMonth: 1_000 } } });
  return {
    clock,
    open: () =>
      createWechatChannel(
        { id: 'wechat', name: '微信公众号', send, apiBase: platform.url, appId: 'wxdemo', appSecret: 'demo-secret' },
        { clock, assets: sampleAssets() },
      ),
    copies: async () => platform.ledger().map((row) => row.deliveryId),
    cut: (path: string, mode: 'drop-before' | 'drop-after') => platform.faults.add({ path, mode }),
    withdrawal: {
      ends: 'deleted' as const,
      byMachine: true,
      effects: async () =>
        platform
          .ledger()
          .filter((row) => row.deleted)
          .map((row) => row.deliveryId),
      mutations: ['stable_token', mutation, question],
    },
    close: () => platform.close(),
  };
};

channelConformance('微信公众号', bench('publish', 'freepublish/delete', 'freepublish/get'), [
  ...drafting,
  'freepublish/submit',
  'freepublish/get',
]);
channelConformance('微信公众号（群发）', bench('mass', 'message/mass/delete', 'message/mass/delete'), [
  ...drafting,
  'message/mass/sendall',
]);
