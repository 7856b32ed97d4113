import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import FileCache from 'node-easywechat/dist/Core/Cache/FileCache.js';
import Encryptor from 'node-easywechat/dist/Core/Encryptor.js';
import ServerRequest from 'node-easywechat/dist/Core/Http/ServerRequest.js';
import AccessTokenAwareClient from 'node-easywechat/dist/Core/HttpClient/AccessTokenAwareClient.js';
import HttpClient from 'node-easywechat/dist/Core/HttpClient/HttpClient.js';
import AccessToken from 'node-easywechat/dist/OfficialAccount/AccessToken.js';
import Server from 'node-easywechat/dist/OfficialAccount/Server.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testClock, type TestClock } from '../../testing/test-clock.ts';
import { systemClock } from '../../../ports/clock.ts';
import { jpeg } from '../../testing/assets.ts';
import { startWechatEmulator, type WechatEmulator } from './server.ts';

// A client that others wrote against the real platform: what it cannot use, our emulator has wrong.
const link = 'https://www.example.gov.cn/s/1?d=d1';
let clock: TestClock;
let platform: WechatEmulator;
let dir: string;
let picture: string;
beforeEach(async () => {
  clock = testClock();
  dir = await mkdtemp(join(tmpdir(), 'easywechat-'));
  picture = join(dir, '封面.jpg');
  await writeFile(picture, jpeg());
  platform = await startWechatEmulator({ port: 0, clock });
});
afterEach(async () => {
  await platform.close();
  await rm(dir, { recursive: true });
});

interface Change {
  secret?: string;
  /** `stable_token`, or `token`. */
  stable?: boolean;
}

/** Put together as the library's own application does (its entry also loads the log-in part, which is not wanted here). */
function open({ secret = 'demo-secret', stable = true }: Change = {}) {
  const http = HttpClient.create({ baseURL: platform.url, proxy: false });
  const token = new AccessToken(
    'wxdemo',
    secret,
    undefined,
    new FileCache({ path: join(dir, 'cache'), dirMode: 0o700, fileMode: 0o600, ext: '.cache' }),
    http,
    stable,
  );
  const judge = (response: { toObject(): { errcode?: number } }) => (response.toObject().errcode ?? 0) !== 0;
  return {
    token,
    client: new AccessTokenAwareClient(HttpClient.create({ baseURL: platform.url, proxy: false }, judge, false), token),
  };
}
type Client = AccessTokenAwareClient;
const upload = async (client: Client, path: string): Promise<Record<string, unknown>> =>
  (await client.withFile(picture, 'media').post(path)).toObject();
const ask = async (client: Client, path: string, body: object): Promise<Record<string, unknown>> =>
  (await client.postJson(path, body)).toObject();

async function addDraft(client: Client): Promise<string> {
  const inline = await upload(client, 'cgi-bin/media/uploadimg');
  const cover = await upload(client, 'cgi-bin/material/add_material?type=image');
  const article = {
    title: '一次预付，三份凭证',
    author: '示例',
    digest: '先看清，再付款。',
    content: `<p>正文</p><img src="${String(inline.url)}">`,
    content_source_url: link,
    thumb_media_id: cover.media_id,
  };
  return String((await ask(client, 'cgi-bin/draft/add', { articles: [article] })).media_id);
}

describe.each([
  ['stable_token', true],
  ['token', false],
])('公开的微信客户端，凭据取自 %s', (_family, stable) => {
  test('传图、存草稿、列草稿、提交、查结果', async () => {
    const client = open({ stable }).client;
    const media = await addDraft(client);
    expect(await ask(client, 'cgi-bin/draft/batchget', { offset: 0, count: 20, no_content: 0 })).toMatchObject({
      total_count: 1,
      item_count: 1,
      item: [
        {
          media_id: media,
          content: {
            news_item: [
              {
                title: '一次预付，三份凭证',
                content_source_url: link,
                content: expect.stringContaining('mmbiz.qpic.cn'),
              },
            ],
          },
        },
      ],
    });
    const submitted = await ask(client, 'cgi-bin/freepublish/submit', { media_id: media });
    expect(submitted).toMatchObject({ errcode: 0, publish_id: expect.any(String) });
    const query = { publish_id: submitted.publish_id };
    expect(await ask(client, 'cgi-bin/freepublish/get', query)).toMatchObject({ publish_status: 1 });
    clock.advance(1_000);
    expect(await ask(client, 'cgi-bin/freepublish/get', query)).toMatchObject({
      publish_status: 0,
      article_detail: { item: [{ idx: 1, article_url: expect.stringContaining('/s/') }] },
    });
    expect(platform.ledger()).toMatchObject([{ title: '一次预付，三份凭证', deliveryId: 'd1' }]);
  });
});

test('它看得懂我们的错误：HTTP 200 里的 errcode', async () => {
  platform.change({ verified: false });
  const quiet = await open().client.postJson('cgi-bin/draft/batchget', { offset: 0, count: 20 });
  expect([quiet.getStatusCode(), quiet.isFailed(), quiet.toObject().errcode]).toEqual([200, true, 48001]);
});

test('密钥不对：取不到凭据', async () => {
  await expect(open({ secret: 'wrong' }).token.getToken()).rejects.toThrow('40125');
});

test('凭据存下来再用，不重复取', async () => {
  const token = await open().token.getToken();
  expect(await open().token.getToken()).toBe(token);
  expect(await readdir(join(dir, 'cache'))).not.toEqual([]);
});

test('它收得下我们加密的通知：验签、解密、读出结果', async () => {
  const aesKey = 'K'.repeat(43);
  const heard: Record<string, unknown>[] = [];
  const server = createServer(
    (request: IncomingMessage, response) =>
      void (async () => {
        const receiver = new Server(
          await ServerRequest.createFromIncomingMessage(request),
          new Encryptor('wxdemo', 'cb-token', aesKey),
        );
        receiver.addEventListener('PUBLISHJOBFINISH' as never, async (message) => {
          heard.push(message.toObject());
          return true;
        });
        const answer = await receiver.serve();
        response.writeHead(answer.getStatusCode()).end(String(answer.getBody()));
      })(),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await platform.close();
  platform = await startWechatEmulator({
    port: 0,
    clock: systemClock,
    profile: {
      publishMs: 0,
      callback: { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, token: 'cb-token', aesKey },
    },
  });
  const { client } = open();
  const { publish_id: publishId } = await ask(client, 'cgi-bin/freepublish/submit', {
    media_id: await addDraft(client),
  });
  await platform.callbacks();
  expect(heard).toMatchObject([
    { Event: 'PUBLISHJOBFINISH', PublishEventInfo: { publish_id: String(publishId), publish_status: '0' } },
  ]);
  server.closeAllConnections();
  server.close();
});
