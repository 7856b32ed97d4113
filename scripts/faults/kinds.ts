import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPressChannel } from '../../campaigns/channels/press/press-channel.ts';
import { sampleAssets } from '../../campaigns/channels/testing/assets.ts';
import { startWechatEmulator } from '../../campaigns/channels/wechat/emulator/server.ts';
import { createWechatChannel } from '../../campaigns/channels/wechat/wechat-channel.ts';
import { startWeiboEmulator } from '../../campaigns/channels/weibo/emulator/server.ts';
import { createWeiboChannel } from '../../campaigns/channels/weibo/weibo-channel.ts';
import { seeded } from '../../campaigns/channels/testing/random.ts';
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
    const platform = await startWechatEmulator({ port: 0, clock, profile: { publishMs: Math.round(random() * 20_000), callback: inbox ? inbox.profile(callbacks) : null } });
    const wire = openWire(platform.url);
    const options = { id: 'wechat', name: '微信公众号', apiBase: platform.url, appId: 'wxdemo', appSecret: 'demo-secret' };
    return {
      wire,
      channel: () => createWechatChannel(options, { clock, assets: sampleAssets(), events: inbox?.events }),
      ...trouble(platform.faults, { random, modes }, [
        'stable_token', 'media/uploadimg', 'add_material', 'draft/add', 'draft/add', 'draft/batchget', 'freepublish/submit', 'freepublish/submit',
        'freepublish/submit', 'freepublish/get', 'freepublish/batchget',
        ...(recalls ? ['freepublish/delete', 'freepublish/delete', 'freepublish/delete', 'draft/delete', 'freepublish/getarticle'] : []),
      // Tokens run out by themselves when the clock leaps.
      ], [-1, 45011, 53501]),
      copies: async () => platform.ledger().map((row) => row.deliveryId).filter(isId),
      visible: async () => platform.ledger().filter((row) => !row.deleted).map((row) => row.deliveryId).filter(isId),
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
    const options = { id: 'weibo', name: '微博', apiBase: platform.url, accessToken: 'demo-token', safeDomain, destroy };
    return {
      wire,
      channel: () => createWeiboChannel(options, { clock, assets: sampleAssets() }),
      ...trouble(platform.faults, { random, modes }, ['statuses/share.json', ...(destroy ? ['statuses/destroy.json'] : [])], [10001, 10023, 20016]),
      copies: async () => platform.ledger().map((row) => row.deliveryId).filter(isId),
      visible: async () => platform.ledger().filter((row) => !row.deleted).map((row) => row.deliveryId).filter(isId),
      close: async () => {
        wire.close();
        await platform.close();
      },
    };
  },
};

const press: Kind = {
  name: '供稿包',
  tellsForMs: null,
  async open({ clock, random }) {
    const dir = await mkdtemp(join(tmpdir(), 'chengxin-faults-'));
    const wire = openWire(dir);
    const contact = { desk: '要闻编辑室（示例）', phone: '0839-0000000', email: 'desk@press.example' };
    const chance = seeded(Math.floor(random() * 2 ** 31));
    let struck = 0;
    let calm = true;
    // Its platform is a folder: what can go wrong on the way are the pictures, and the process itself.
    const assets = sampleAssets();
    const flaky: typeof assets = {
      read: async (id, rendition) => {
        wire.step();
        if (!calm && chance() < 0.2) {
          struck += 1;
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
        return assets.read(id, rendition);
      },
    };
    const packs = async () => {
      const names = await readdir(join(dir, 'press')).catch(() => []);
      return names.filter((name) => !name.startsWith('.')).map((name) => /-v\d+-(.+)$/.exec(name)?.[1] ?? name);
    };
    return {
      wire,
      channel: () => createPressChannel({ id: 'press', name: '供稿包', outlet: '广元日报（示例）', dir, contact }, { clock, assets: flaky }),
      strike: () => void (calm = false),
      struck: () => struck,
      relent: () => void (calm = true),
      copies: packs,
      // Nobody can take a pack away again: the outlet is told, once.
      visible: packs,
      close: async () => {
        wire.close();
        // A process that was given up may still be writing.
        await rm(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 20 });
      },
    };
  },
};

/** The kinds of platform that can be tried, by the channel's id. */
export const kinds = { wechat, weibo, press } as const;
export type KindName = keyof typeof kinds;
