import { resolve } from 'node:path';
import { z } from 'zod';
import { exitCodes, Failure } from '../cli/failure.ts';

const port = (fallback: number) =>
  z.coerce
    .number({ error: '要写成 1—65535 之间的数字' })
    .int('要写成 1—65535 之间的整数')
    .min(1, '要写成 1—65535 之间的数字')
    .max(65_535, '要写成 1—65535 之间的数字')
    .default(fallback);

const webAddress = z
  .url({ protocol: /^https?$/, error: '要写成 http:// 或 https:// 开头的完整网址' })
  .transform((url) => url.replace(/\/+$/, ''));

const optionalText = z.string().trim().min(1).optional();

/** Every environment variable of the product, with the default that works when nothing is set. */
export const settingsSchema = z.object({
  SITE_PORT: port(4321),
  ADMIN_PORT: port(3000),
  DATA_DIR: z.string().trim().min(1).default('./data').transform((dir) => resolve(dir)),
  DATABASE_URL: z
    .string()
    .trim()
    .regex(/^(mongodb(\+srv)?:\/\/|file:)/, '要写成 mongodb://… 或 file:… 开头的地址')
    .optional(),
  SITE_URL: webAddress.optional(),
  ADMIN_URL: webAddress.optional(),
  CHANNELS: z.enum(['emulator', 'live', 'manual'], { error: '只能是 emulator、live 或 manual' }).default('emulator'),
  WECHAT_API_BASE: webAddress.optional(),
  WECHAT_APP_ID: optionalText,
  WECHAT_APP_SECRET: optionalText,
  WECHAT_PUBLISH_SECONDS: z.coerce
    .number({ error: '要写成秒数，如 30' })
    .int('要写成整数秒')
    .min(8, '至少 8 秒')
    .max(3600, '最多 3600 秒')
    .default(30),
  WEIBO_API_BASE: webAddress.optional(),
  WEIBO_ACCESS_TOKEN: optionalText,
  WEIBO_SAFE_DOMAIN: optionalText,
  WEIBO_RIP: z.union([z.ipv4(), z.ipv6()], { error: '要写成一个 IP 地址' }).default('127.0.0.1'),
  PRESS_DIR: optionalText,
  REGION: z.string().regex(/^[a-z-]+$/, '要写成 content/region/ 下的文件名，如 guangyuan').default('guangyuan'),
});

export type Settings = z.output<typeof settingsSchema> & { siteUrl: string; adminUrl: string; pressDir: string; sqliteFile: string };

/**
 * Reads and checks the environment. An empty variable counts as not set.
 * @throws Failure (exit code 3) naming the variable, what is wrong and how to mend it.
 */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const result = settingsSchema.safeParse(given);
  if (!result.success) {
    const issue = result.error.issues[0]!;
    throw new Failure(`环境变量 ${String(issue.path[0])} 不对：${issue.message}。`, exitCodes.environment);
  }
  const settings = result.data;
  if (settings.SITE_PORT === settings.ADMIN_PORT) {
    throw new Failure(`SITE_PORT 和 ADMIN_PORT 不能是同一个端口（${settings.SITE_PORT}）：请换掉其中一个。`, exitCodes.environment);
  }
  return {
    ...settings,
    siteUrl: settings.SITE_URL ?? `http://localhost:${settings.SITE_PORT}`,
    adminUrl: settings.ADMIN_URL ?? `http://localhost:${settings.ADMIN_PORT}`,
    pressDir: resolve(settings.PRESS_DIR ?? `${settings.DATA_DIR}/press`),
    sqliteFile: `${settings.DATA_DIR}/chengxin.db`,
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
