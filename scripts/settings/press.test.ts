import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pressAccess } from './press.ts';
import { readSettings } from './settings.ts';

let dir: string;
beforeEach(async () => void (dir = await mkdtemp(join(tmpdir(), 'keys-'))));
afterEach(() => rm(dir, { recursive: true }));
const access = (env: Record<string, string>) => pressAccess(readSettings(env), env);

test('什么都没设：没有邮件，没有密码，演示不往外送', async () => {
  const press = await access({});
  expect(press).toMatchObject({ demo: true });
  expect(press).not.toHaveProperty('smtp');
  expect(press).not.toHaveProperty('receipts');
  expect(press.secretOf?.('broadcast')).toBeNull();
  expect(press.secretNames?.('news-site')).toBe('PRESS_NEWS_SITE_PASSWORD 或 PRESS_NEWS_SITE_KEY_FILE');
});

test('密码、私钥按单位取；只有私钥有密码时密码才是开私钥的', async () => {
  const file = join(dir, 'id');
  await writeFile(file, '私钥');
  const press = await access({
    CHANNELS: 'manual',
    PRESS_BROADCAST_PASSWORD: 'p1',
    PRESS_NEWS_SITE_KEY_FILE: file,
    PRESS_NEWS_SITE_PASSWORD: 'p2',
    SMTP_URL: 'smtp://mail.example:25',
    MAIL_FROM: 'cx@city.example',
  });
  expect(press).toMatchObject({ demo: false, smtp: { url: 'smtp://mail.example:25', from: 'cx@city.example' } });
  expect(press.secretOf?.('broadcast')).toEqual({ password: 'p1' });
  expect(press.secretOf?.('news-site')).toEqual({ privateKey: '私钥', passphrase: 'p2' });
  expect(press.secretOf?.('press')).toBeNull();
});

test('私钥文件读不到：一句话说清是哪个变量', async () => {
  await expect(access({ PRESS_BROADCAST_KEY_FILE: join(dir, 'none') })).rejects.toThrow(
    /PRESS_BROADCAST_KEY_FILE 指的私钥文件“.*”没有这个文件：请核对路径和权限。/,
  );
});

test('两套系统的密钥不同，回执的签名也不同', async () => {
  const [a, b] = [
    await access({ PAYLOAD_SECRET: 'a secret long enough' }),
    await access({ PAYLOAD_SECRET: 'another secret, long' }),
  ];
  expect(a.receipts?.key).not.toEqual(b.receipts?.key);
  expect(a.receipts?.siteUrl).toBe('http://localhost:4321');
});
