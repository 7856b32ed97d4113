import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { callbackKeysSchema, type CallbackKeys } from '../../campaigns/channels/wechat/callback/keys.ts';
import { exitCodes, Failure } from '../cli/failure.ts';
import type { Settings } from './settings.ts';

const token = z
  .string()
  .regex(/^[A-Za-z0-9]{3,32}$/, 'WECHAT_TOKEN 应是 3—32 位字母或数字：请与公众平台“服务器配置”里的令牌（Token）一致。');
const aesKey = (name: string) =>
  z
    .string()
    .regex(
      /^[A-Za-z0-9+/]{43}$/,
      `${name} 应恰好是 43 位字母或数字：请从公众平台“服务器配置”里重新复制消息加解密密钥（EncodingAESKey）。`,
    );

/** What the platform and we have agreed on for callbacks; without a token results are asked for, not told. */
export const wechatCallbackSchema = {
  WECHAT_TOKEN: token.optional(),
  WECHAT_AES_KEY: aesKey('WECHAT_AES_KEY').optional(),
  /** Kept for a while after a change: messages under way are still sealed with it. */
  WECHAT_AES_KEY_PREVIOUS: aesKey('WECHAT_AES_KEY_PREVIOUS').optional(),
};

type Given = Pick<
  Settings,
  | 'CHANNELS'
  | 'DATA_DIR'
  | 'WECHAT_API_BASE'
  | 'WECHAT_APP_ID'
  | 'WECHAT_TOKEN'
  | 'WECHAT_AES_KEY'
  | 'WECHAT_AES_KEY_PREVIOUS'
>;

/** @throws Failure when a key is given without what it needs */
export function requireWholeCallback(
  settings: Pick<Settings, 'WECHAT_TOKEN' | 'WECHAT_AES_KEY' | 'WECHAT_AES_KEY_PREVIOUS'>,
): void {
  const { WECHAT_TOKEN: given, WECHAT_AES_KEY: current, WECHAT_AES_KEY_PREVIOUS: previous } = settings;
  if (current && !given)
    throw new Failure(
      '设了 WECHAT_AES_KEY，还缺 WECHAT_TOKEN：请照公众平台“服务器配置”补上令牌（Token）。',
      exitCodes.environment,
    );
  if (previous && !current)
    throw new Failure(
      '设了 WECHAT_AES_KEY_PREVIOUS，还缺 WECHAT_AES_KEY：请把现用的密钥填进 WECHAT_AES_KEY。',
      exitCodes.environment,
    );
}

/** The account of the emulators that the demo starts by itself. */
export const demoAppId = 'wxdemo';

/**
 * The keys of the callback address, or null while none is agreed on. The demo makes its own, once, in the data folder,
 * where site and worker find the same ones.
 * @throws Failure when that file cannot be read
 */
export async function wechatCallbackKeys(settings: Given): Promise<CallbackKeys | null> {
  const appId = settings.WECHAT_APP_ID ?? demoAppId;
  if (settings.WECHAT_TOKEN) {
    const aesKeys = [settings.WECHAT_AES_KEY, settings.WECHAT_AES_KEY_PREVIOUS].filter((key) => key !== undefined);
    return { token: settings.WECHAT_TOKEN, appId, aesKeys };
  }
  if (settings.CHANNELS !== 'emulator' || settings.WECHAT_API_BASE) return null;
  return { ...(await demoKeys(join(settings.DATA_DIR, 'emulators'))), appId };
}

const letters = (count: number): string =>
  randomBytes(count * 2)
    .toString('base64')
    .replace(/[+/=]/g, '')
    .slice(0, count);

async function demoKeys(dir: string): Promise<Pick<CallbackKeys, 'token' | 'aesKeys'>> {
  const file = join(dir, 'callback.json');
  const known = await readFile(file, 'utf8').catch(() => null);
  if (known === null) {
    await mkdir(dir, { recursive: true });
    const mine = `${file}.${process.pid}.${letters(6)}`;
    await writeFile(mine, JSON.stringify({ token: letters(24), aesKeys: [letters(43)] }), { mode: 0o600 });
    // Of two processes that start together one gets its file there, and both read that one.
    await link(mine, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    await rm(mine);
  }
  const keys = callbackKeysSchema.omit({ appId: true }).safeParse(jsonOf(known ?? (await readFile(file, 'utf8'))));
  if (!keys.success) throw new Failure(`${file} 的内容不完整：请删掉它再启动。`, exitCodes.environment);
  return keys.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
