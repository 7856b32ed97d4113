import { environment } from './environment.ts';
import { resolve } from 'node:path';
import { z } from 'zod';
import { envSchema, givenIn, readEnv } from '../../cms/env.ts';
import { exitCodes, Failure } from '../cli/failure.ts';
import { mailSchema } from './mail.ts';
import { opsSchema } from './ops.ts';
import { requireWholeCallback, wechatCallbackSchema } from './wechat-callback.ts';

const webAddress = (name: string) =>
  z
    .url({ protocol: /^https?$/, error: `${name} 应是 http:// 或 https:// 开头的完整网址。` })
    .transform((url) => url.replace(/\/+$/, ''));

const text = z.string().optional();

/** Every environment variable of the product: the CMS's own, and those of the platforms. */
const settingsSchema = envSchema.extend({
  WECHAT_API_BASE: webAddress('WECHAT_API_BASE').optional(),
  WECHAT_APP_ID: text,
  WECHAT_APP_SECRET: text,
  WECHAT_PUBLISH_SECONDS: z.coerce
    .number({ error: 'WECHAT_PUBLISH_SECONDS 应是秒数，如 30。' })
    .int('WECHAT_PUBLISH_SECONDS 应是整数秒，如 30。')
    .min(8, 'WECHAT_PUBLISH_SECONDS 至少是 8。')
    .max(3600, 'WECHAT_PUBLISH_SECONDS 最多是 3600。')
    .default(30),
  ...wechatCallbackSchema,
  WEIBO_API_BASE: webAddress('WEIBO_API_BASE').optional(),
  WEIBO_ACCESS_TOKEN: text,
  WEIBO_SAFE_DOMAIN: text,
  WEIBO_RIP: z.union([z.ipv4(), z.ipv6()], { error: 'WEIBO_RIP 应是一个 IP 地址。' }).default('127.0.0.1'),
  PRESS_DIR: text,
  ...mailSchema,
  ...opsSchema,
});

export type Settings = z.output<typeof settingsSchema> & {
  siteUrl: string;
  adminUrl: string;
  pressDir: string;
  /** Where the database lies when it is SQLite. */
  sqliteFile: string;
};

/**
 * Reads and checks the environment. An empty variable counts as not set.
 * @throws Failure (exit code 3) naming the variable, what is wrong and how to mend it.
 */
export function readSettings(env: Record<string, string | undefined> = environment()): Settings {
  const result = settingsSchema.safeParse(givenIn(env));
  if (!result.success) throw new Failure(`环境变量不对：${result.error.issues[0]!.message}`, exitCodes.environment);
  const settings = { ...result.data, DATA_DIR: resolve(result.data.DATA_DIR) };
  requireWholeCallback(settings);
  const { siteUrl, adminUrl } = readEnv(env);
  if (settings.SITE_PORT === settings.ADMIN_PORT) {
    throw new Failure(
      `SITE_PORT 和 ADMIN_PORT 不能是同一个端口（${settings.SITE_PORT}）：请换掉其中一个。`,
      exitCodes.environment,
    );
  }
  return {
    ...settings,
    siteUrl,
    adminUrl,
    pressDir: resolve(settings.PRESS_DIR ?? `${settings.DATA_DIR}/press`),
    sqliteFile: settings.DATABASE_URL?.startsWith('file:')
      ? resolve(settings.DATABASE_URL.slice('file:'.length).replace(/\?.*$/, ''))
      : `${settings.DATA_DIR}/chengxin.db`,
  };
}

/** @throws Failure when `CHANNELS=live` lacks what a platform needs; says exactly which variables are missing. */
export function requireLiveCredentials(settings: Settings): void {
  if (settings.CHANNELS !== 'live') return;
  const needed = ['WECHAT_APP_ID', 'WECHAT_APP_SECRET', 'WEIBO_ACCESS_TOKEN', 'WEIBO_SAFE_DOMAIN'] as const;
  const missing = needed.filter((name) => settings[name] === undefined);
  if (missing.length > 0) {
    throw new Failure(
      `CHANNELS=live 要真的发到平台，但还缺 ${missing.join('、')}：请补上，或改用 CHANNELS=emulator（演示）、CHANNELS=manual（人工发送）。`,
      exitCodes.environment,
    );
  }
}
