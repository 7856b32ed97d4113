import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { callbackKeysSchema } from '../../campaigns/channels/wechat/callback/keys.ts';
import { readSettings } from './settings.ts';
import { wechatCallbackKeys } from './wechat-callback.ts';

let dir: string;
beforeEach(async () => void (dir = await mkdtemp(join(tmpdir(), 'callback-'))));
afterEach(() => rm(dir, { recursive: true }));
const given = (env: Record<string, string>) => wechatCallbackKeys(readSettings({ DATA_DIR: dir, ...env }));

it('takes what was agreed on with the platform, the previous key last', async () => {
  const [now, before] = ['N'.repeat(43), 'O'.repeat(43)];
  expect(
    await given({ WECHAT_APP_ID: 'wx1', WECHAT_TOKEN: 'token', WECHAT_AES_KEY: now, WECHAT_AES_KEY_PREVIOUS: before }),
  ).toEqual({ token: 'token', appId: 'wx1', aesKeys: [now, before] });
  expect(await given({ WECHAT_TOKEN: 'token' })).toEqual({ token: 'token', appId: 'wxdemo', aesKeys: [] });
});

it("makes the demo's own keys once, however many processes start together", async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => given({})));
  expect(callbackKeysSchema.safeParse(all[0]).success).toBe(true);
  expect(new Set(all.map((keys) => JSON.stringify(keys))).size).toBe(1);
  expect(await given({})).toEqual(all[0]);
  expect(await readdir(join(dir, 'emulators'))).toEqual(['callback.json']);
});

it('has none for a platform that knows none', async () => {
  expect(await given({ CHANNELS: 'manual' })).toBeNull();
  expect(await given({ WECHAT_API_BASE: 'http://127.0.0.1:9' })).toBeNull();
});

it('says which file is broken', async () => {
  await given({});
  await writeFile(join(dir, 'emulators', 'callback.json'), '{');
  await expect(given({})).rejects.toThrow('callback.json 的内容不完整：请删掉它再启动。');
});
