import { join } from 'node:path';
import { startWechatEmulator } from '../../campaigns/channels/wechat/emulator/server.ts';
import { startWeiboEmulator } from '../../campaigns/channels/weibo/emulator/server.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import type { PressAccess } from '../../campaigns/channels/press/deliver/open-transport.ts';
import { pressAccess } from '../settings/press.ts';
import { requireLiveCredentials, type Settings } from '../settings/settings.ts';
import { demoAppId, wechatCallbackKeys } from '../settings/wechat-callback.ts';
import { onKeptPort } from './kept-port.ts';

/** Where WeChat and Weibo are reached, and as whom. */
export interface Platforms {
  wechat: { apiBase: string; appId: string; appSecret: string; submitSettleMs: number };
  weibo: { apiBase: string; accessToken: string; safeDomain: string; rip: string };
  press: PressAccess;
  /** WeChat tells results to our public server. */
  callbacks: boolean;
  close(): Promise<void>;
}

const demo = { appId: demoAppId, appSecret: 'demo-secret', accessToken: 'demo-token' };

/**
 * Starts the emulators that the demo needs, or points at the configured platforms. Emulators keep their state in
 * `stateDir`, so that a restart finds what was published before. With `CHANNELS=emulator` and a base given, that
 * server is used instead (an emulator running on its own).
 * @param callbackUrl our own public server as the emulators reach it; null: nobody listens, as in a simulation
 * @throws Failure when `CHANNELS=live` lacks credentials.
 */
export async function openPlatforms(
  settings: Settings,
  clock: Clock,
  stateDir: string,
  callbackUrl: string | null,
): Promise<Platforms> {
  requireLiveCredentials(settings);
  const keys = callbackUrl === null ? null : await wechatCallbackKeys(settings);
  const callback =
    keys && callbackUrl ? { url: callbackUrl, token: keys.token, aesKey: keys.aesKeys[0] ?? null } : null;
  const safeDomain = settings.WEIBO_SAFE_DOMAIN ?? new URL(settings.siteUrl).hostname;
  const account = {
    wechat: { appId: settings.WECHAT_APP_ID ?? demo.appId, appSecret: settings.WECHAT_APP_SECRET ?? demo.appSecret },
    weibo: { accessToken: settings.WEIBO_ACCESS_TOKEN ?? demo.accessToken, safeDomain, rip: settings.WEIBO_RIP },
  };
  const bases = { wechat: settings.WECHAT_API_BASE, weibo: settings.WEIBO_API_BASE };
  const closing: (() => Promise<void>)[] = [];
  if (settings.CHANNELS === 'live') {
    bases.wechat ??= 'https://api.weixin.qq.com';
    bases.weibo ??= 'https://api.weibo.com';
  } else if (settings.CHANNELS === 'emulator') {
    if (!bases.wechat) {
      const profile = { appId: account.wechat.appId, secret: account.wechat.appSecret, callback };
      const server = await onKeptPort(join(stateDir, 'wechat.port'), (port) =>
        startWechatEmulator({ port, clock, stateFile: join(stateDir, 'wechat.json'), profile }),
      );
      bases.wechat = server.url;
      closing.push(() => server.close());
    }
    if (!bases.weibo) {
      const server = await onKeptPort(join(stateDir, 'weibo.port'), (port) =>
        startWeiboEmulator({ port, clock, stateFile: join(stateDir, 'weibo.json'), safeDomain }),
      );
      bases.weibo = server.url;
      closing.push(() => server.close());
    }
  }
  return {
    wechat: { apiBase: bases.wechat ?? '', ...account.wechat, submitSettleMs: settings.WECHAT_PUBLISH_SECONDS * 1000 },
    weibo: { apiBase: bases.weibo ?? '', ...account.weibo },
    press: await pressAccess(settings),
    callbacks: keys !== null,
    close: async () => void (await Promise.all(closing.map((close) => close()))),
  };
}
