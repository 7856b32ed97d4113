import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { readTrustedProxies } from './http/client-address.ts';

const port = (name: string, fallback: number) =>
  z.coerce
    .number({ error: `${name} 应是 1—65535 之间的端口号，例如 ${fallback}。` })
    .int(`${name} 应是整数端口号，例如 ${fallback}。`)
    .min(1, `${name} 应是 1—65535 之间的端口号，例如 ${fallback}。`)
    .max(65535, `${name} 应是 1—65535 之间的端口号，例如 ${fallback}。`)
    .default(fallback);

const url = (name: string, example: string) =>
  z
    .string()
    .regex(/^https?:\/\/[^/\s]+(\/[^\s]*)?$/, `${name} 应是完整网址，例如 ${example}。`)
    .transform((value) => value.replace(/\/+$/, ''));

/** What the CMS takes from the environment; the command line extends it. Every message is a whole sentence. */
export const envSchema = z.object({
  /** Where the database, pictures and secrets live; relative to the repository root. */
  DATA_DIR: z.string().min(1, 'DATA_DIR 不能为空，例如 ./data。').default('./data'),
  /** Empty means the SQLite file in DATA_DIR. */
  DATABASE_URL: z
    .string()
    .regex(
      /^(mongodb(\+srv)?:\/\/|file:).+/,
      'DATABASE_URL 应以 mongodb:// 或 file: 开头；不设则用 DATA_DIR 里的 SQLite。',
    )
    .optional(),
  /** Generated into DATA_DIR by the start command; only tools that never open the database may go without. */
  PAYLOAD_SECRET: z.string().min(16, 'PAYLOAD_SECRET 至少 16 个字符。').optional(),
  SITE_PORT: port('SITE_PORT', 4321),
  ADMIN_PORT: port('ADMIN_PORT', 3000),
  SITE_URL: url('SITE_URL', 'https://cx.example.gov.cn').optional(),
  ADMIN_URL: url('ADMIN_URL', 'https://cx-admin.example.gov.cn').optional(),
  CHANNELS: z
    .enum(['emulator', 'live', 'manual'], {
      error: 'CHANNELS 只能是 emulator（演示）、live（真实平台）或 manual（人工发布包）。',
    })
    .default('emulator'),
  /** Which city this is. */
  REGION: z
    .string()
    .regex(/^[a-z-]+$/, 'REGION 应是 content/region/ 下的文件名，如 guangyuan。')
    .default('guangyuan'),
  /** Where the starter's own drawings are kept ready, beside the data; relative to the repository root. */
  STARTER_CACHE: z.string().default('./.cache/starter'),
  /** Links on Weibo must lie on it; empty: the site's own name. */
  WEIBO_SAFE_DOMAIN: z.string().optional(),
  /** Whether the nightly check asks addresses of other sites; nothing calls out unless told to. */
  LINK_CHECK: z
    .enum(['on', 'off'], { error: 'LINK_CHECK 只能是 on（夜间巡查时打开稿件里的外部链接看看）或 off。' })
    .default('off'),
  /** A second place for the register of what was taken back, best on another machine. */
  REGISTER_DIR: z.string().refine(isAbsolute, 'REGISTER_DIR 应是以 / 开头的文件夹，例如 /mnt/register。').optional(),
  /** Which reverse proxies may say whose request they hand on; nobody's X-Forwarded-For is believed without. */
  TRUSTED_PROXIES: z
    .string()
    .transform((text, context) => {
      const proxies = readTrustedProxies(text);
      if (!proxies)
        context.addIssue(
          'TRUSTED_PROXIES 应是反向代理的层数（1—9），或它们的 IP 地址、网段，用逗号隔开，例如 127.0.0.1,10.0.0.0/8。',
        );
      return proxies ?? z.NEVER;
    })
    .optional(),
  /** A second place for the audit trail's checkpoints, best on another machine. */
  AUDIT_CHECKPOINT_DIR: z
    .string()
    .refine(isAbsolute, 'AUDIT_CHECKPOINT_DIR 应是以 / 开头的文件夹，例如 /mnt/audit。')
    .optional(),
});

/** The variables that are set: an empty one counts as not set. */
export const givenIn = (source: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(source).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])));

/** Everything the CMS takes from the environment, checked and with defaults. */
export interface CmsEnv {
  /** Absolute path. */
  dataDir: string;
  database: { kind: 'sqlite'; url: string } | { kind: 'mongodb'; url: string };
  /** Null only for tools that never open the database (types, import map, `next build`). */
  secret: string | null;
  sitePort: number;
  adminPort: number;
  /** Without a trailing slash. */
  siteUrl: string;
  adminUrl: string;
  /** Origins from which a signed-in browser may call the API. */
  origins: string[];
  channels: 'emulator' | 'live' | 'manual';
  /** File name of the city under `content/region/`. */
  region: string;
  /** Absolute path. */
  starterCache: string;
  /** Links on Weibo must lie on it; by default the site's own. */
  weiboSafeDomain: string;
  /** The nightly check may ask addresses of other sites. */
  linkCheck: boolean;
  auditCheckpointDir: string | null;
  registerDir: string | null;
}

/** The environment of this process as it stands, for the little that the CMS hands on or sets itself. */
export const environment = (): NodeJS.ProcessEnv => process.env;

/**
 * Reads and checks the environment; an empty variable counts as not set.
 * @throws Error with one Chinese sentence per mistake, one a line.
 */
export function readEnv(source: Record<string, string | undefined> = environment()): CmsEnv {
  const filled = givenIn(source);
  const parsed = envSchema.safeParse(filled);
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => issue.message).join('\n'));
  const env = parsed.data;
  const inRepository = (path: string) =>
    isAbsolute(path) ? path : join(/* turbopackIgnore: true */ process.cwd(), path);
  const dataDir = inRepository(env.DATA_DIR);
  const adminUrl = env.ADMIN_URL ?? `http://localhost:${env.ADMIN_PORT}`;
  return {
    dataDir,
    database: env.DATABASE_URL?.startsWith('mongodb')
      ? { kind: 'mongodb', url: env.DATABASE_URL }
      : { kind: 'sqlite', url: env.DATABASE_URL ?? `file:${join(dataDir, 'chengxin.db')}` },
    secret: env.PAYLOAD_SECRET ?? null,
    sitePort: env.SITE_PORT,
    adminPort: env.ADMIN_PORT,
    siteUrl: env.SITE_URL ?? `http://localhost:${env.SITE_PORT}`,
    adminUrl,
    origins: [
      ...new Set([
        new URL(adminUrl).origin,
        `http://localhost:${env.ADMIN_PORT}`,
        `http://127.0.0.1:${env.ADMIN_PORT}`,
      ]),
    ],
    channels: env.CHANNELS,
    region: env.REGION,
    starterCache: inRepository(env.STARTER_CACHE),
    weiboSafeDomain: env.WEIBO_SAFE_DOMAIN ?? new URL(env.SITE_URL ?? `http://localhost:${env.SITE_PORT}`).hostname,
    linkCheck: env.LINK_CHECK === 'on',
    registerDir: env.REGISTER_DIR ?? null,
    auditCheckpointDir: env.AUDIT_CHECKPOINT_DIR ?? null,
  };
}
