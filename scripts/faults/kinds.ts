import { createCommunityChannel } from '../../campaigns/channels/community/community-channel.ts';
import { createPressChannel } from '../../campaigns/channels/press/press-channel.ts';
import { sampleAssets } from '../../campaigns/channels/testing/assets.ts';
import { startWechatEmulator } from '../../campaigns/channels/wechat/emulator/server.ts';
import { createWechatChannel } from '../../campaigns/channels/wechat/wechat-channel.ts';
import { startWeiboEmulator } from '../../campaigns/channels/weibo/emulator/server.ts';
import { createWeiboChannel } from '../../campaigns/channels/weibo/weibo-channel.ts';
import { communityConfig, communityPacks, folders, pressOptions, pressPacks } from './folders.ts';
import { openInbox } from './inbox.ts';
import { trouble, type Kind } from './place.ts';
import { openWire } from './wire.ts';

const safeDomain = 'www.example.gov.cn';
const isId = (id: string | null): id is string => id !== null;

const wechat: Kind = {
  name: '微信公众号',
  tellsForMs: null,
  async open({ clock, random, modes, callbacks, recalls }) {
    const inbox = callbacks && (await openInbox(clock));
    const platform = await startWechatEmulator({
      port: 0,
      clock,
      profile: { publishMs: Math.round(random() * 20_000), callback: inbox ? inbox.profile(callbacks) : null },
    });
    const wire = openWire(platform.url);
    const options = {
      id: 'wechat',
      name: '微信公众号',
      apiBase: platform.url,
      appId: 'wxdemo',
      appSecret: 'demo-secret',
    };
    return {
      wire,
      channel: () => createWechatChannel(options, { clock, assets: sampleAssets(), events: inbox?.events }),
      ...trouble(
        platform.faults,
        { random, modes },
        [
          'stable_token',
          'media/uploadimg',
          'add_material',
          'draft/add',
          'draft/add',
          'draft/batchget',
          'freepublish/submit',
          'freepublish/submit',
          'freepublish/submit',
          'freepublish/get',
          'freepublish/batchget',
          ...(recalls
            ? [
                'freepublish/delete',
                'freepublish/delete',
                'freepublish/delete',
                'draft/delete',
                'freepublish/getarticle',
              ]
            : []),
          // Tokens run out by themselves when the clock leaps.
        ],
        [-1, 45011, 53501],
      ),
      copies: async () =>
        platform
          .ledger()
          .map((row) => row.deliveryId)
          .filter(isId),
      visible: async () =>
        platform
          .ledger()
          .filter((row) => !row.deleted)
          .map((row) => row.deliveryId)
          .filter(isId),
      close: async () => {
        wire.close();
        await platform.close();
        await inbox?.close();
      },
    };
  },
};

const weibo: Kind = {
  name: '微博',
  // Its one look is the same text again, and repetitions are known for a day; the client stops an hour earlier.
  tellsForMs: 23 * 3_600_000,
  async open({ clock, random, modes, recalls = false }) {
    // Deleting by API is unverified there: where copies are taken back, half of the accounts have it.
    const destroy = recalls && random() < 0.5;
    const platform = await startWeiboEmulator({ port: 0, clock, safeDomain, profile: { destroy } });
    const wire = openWire(platform.url);
    const options = {
      id: 'weibo',
      name: '微博',
      apiBase: platform.url,
      accessToken: 'demo-token',
      safeDomain,
      destroy,
    };
    return {
      wire,
      channel: () => createWeiboChannel(options, { clock, assets: sampleAssets() }),
      ...trouble(
        platform.faults,
        { random, modes },
        ['statuses/share.json', ...(destroy ? ['statuses/destroy.json'] : [])],
        [10001, 10023, 20016],
      ),
      copies: async () =>
        platform
          .ledger()
          .map((row) => row.deliveryId)
          .filter(isId),
      visible: async () =>
        platform
          .ledger()
          .filter((row) => !row.deleted)
          .map((row) => row.deliveryId)
          .filter(isId),
      close: async () => {
        wire.close();
        await platform.close();
      },
    };
  },
};

const press = folders('供稿包', (dir, context) => createPressChannel(pressOptions(dir), context), pressPacks);
const community = folders(
  '社区打印包',
  (dir, context) => createCommunityChannel(communityConfig(dir), context),
  communityPacks,
  0.6,
);

/** The kinds of platform that can be tried, by the channel's id. */
export const kinds = { wechat, weibo, press, community } as const;
export type KindName = keyof typeof kinds;
