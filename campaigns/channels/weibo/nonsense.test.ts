import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Channel } from '../channel.ts';
import { jpeg, sampleAssets } from '../testing/assets.ts';
import { Copy } from '../testing/copy.ts';
import { startGarbler, type Garbler } from '../testing/garbler.ts';
import { sampleRelease } from '../testing/release.ts';
import { testClock, type TestClock } from '../testing/test-clock.ts';
import { startWeiboEmulator, type WeiboEmulator } from './emulator/server.ts';
import { createWeiboChannel } from './weibo-channel.ts';

const share = 'statuses/share.json';
const destroy = 'statuses/destroy.json';

let clock: TestClock;
let platform: WeiboEmulator;
let line: Garbler;
beforeAll(async () => {
  clock = testClock();
  const profile = { destroy: true, perHour: 10_000, perDay: 10_000 };
  platform = await startWeiboEmulator({ port: 0, clock, safeDomain: 'cx.example.gov.cn', profile });
  line = await startGarbler(platform.url);
});
afterAll(async () => {
  await line.close();
  await platform.close();
});

const open = (bytes = jpeg()): Channel =>
  createWeiboChannel(
    {
      id: 'weibo',
      name: '微博',
      destroy: true,
      apiBase: line.url,
      accessToken: 'demo-token',
      safeDomain: 'cx.example.gov.cn',
    },
    { clock, assets: sampleAssets(() => ({ bytes })) },
  );
let copies = 0;
const newCopy = (change = {}) => new Copy(clock, `d${(copies += 1)}`, sampleRelease({ cover: null, ...change }));
const out = (copy: Copy) => platform.ledger().filter((row) => !row.deleted && row.deliveryId === copy.deliveryId);

const nonsense: [what: string, text: string, status?: number][] = [
  ['空的回答', ''],
  ['一半的回答', '{"created_at":"Mon Mar 15","id":51000'],
  ['一个“空”字', 'null'],
  ['空的对象', '{}'],
  ['编号全是空的', '{"id":null,"idstr":"","mid":null}'],
  ['错误号是空的', '{"error_code":null,"error":null}'],
  ['错误号是真假', '{"error_code":true,"error":"?"}'],
  ['错误号是一句话', '{"error_code":"busy","error":"?"}'],
  ['防火墙的回答', '{"message":"blocked by policy"}', 403],
  ['网关照抄了成功的样子', '{"idstr":"5100000000000001"}', 502],
  ['要先登录', '<html><title>请登录上网</title></html>'],
];

describe.each(nonsense)('%s', (_what, text, status) => {
  test('发出了却这样回答：用同一段文字核对，只有一份', async () => {
    const copy = newCopy();
    line.next({ path: share, text, status, executed: true });
    expect(await copy.run(open)).toMatchObject({ kind: 'confirmed', note: expect.stringContaining('上次已发出') });
    expect(copy.outcomes[0]).toMatchObject({ kind: 'unknown' });
    expect(out(copy)).toHaveLength(1);
  });

  test('没有发出也这样回答：不说已发出，最后补上一份', async () => {
    const copy = newCopy();
    line.next({ path: share, text, status, executed: false });
    expect(await copy.step(open())).toMatchObject({ kind: 'unknown' });
    expect(out(copy)).toEqual([]);
    expect(await copy.run(open)).toMatchObject({ kind: 'confirmed', externalId: out(copy)[0]?.id });
    expect(out(copy)).toHaveLength(1);
  });

  test('没有删也这样回答：还在，就不说已删除；再删一次', async () => {
    const copy = newCopy();
    await copy.run(open);
    line.next({ path: destroy, text, status, executed: false });
    expect(await open().withdraw(copy.withdrawJob())).toMatchObject({ kind: 'unknown' });
    expect(out(copy)).toHaveLength(1);
    expect(await copy.withdraw(open)).toMatchObject({ kind: 'deleted' });
    expect(out(copy)).toEqual([]);
  });
});

test.each([
  ['编号太长，数字放不下', '{"id":5100000000000000123}', '5100000000000000123'],
  ['数字已经失真，以文字为准', '{"id":5100000000000000200,"idstr":"5100000000000000123"}', '5100000000000000123'],
  ['只有 mid', '{"mid":"777"}', '777'],
  ['别的编号是空的', '{"id":null,"idstr":"778","mid":null}', '778'],
  ['错误号是零', '{"error_code":0,"idstr":"779"}', '779'],
  ['错误号是文字的零', '{"error_code":"0","idstr":"780"}', '780'],
])('%s：编号一位不差', async (_what, text, externalId) => {
  const copy = newCopy();
  line.next({ path: share, text, executed: true });
  expect(await copy.step(open())).toMatchObject({ kind: 'confirmed', externalId });
});

test.each([
  ['没有说为什么', '{"error_code":20021}', 'refused'],
  ['为什么是空的', '{"error_code":20021,"error":null}', 'refused'],
  ['为什么是一组', '{"error_code":"21332","error":{"zh":"令牌无效"}}', 'blocked'],
  ['带着编号退回', '{"error_code":20012,"error":"text too long","id":null}', 'refused'],
  ['已经发出，只是显示慢', '{"error_code":"20032","error":null,"idstr":"900"}', 'confirmed'],
])('退回时%s：照错误号办', async (_what, text, kind) => {
  const copy = newCopy();
  line.next({ path: share, text, status: 400, executed: false });
  expect(await copy.step(open())).toMatchObject({ kind });
  expect(copy.progress.maybeSent).toBe(kind === 'confirmed');
});

test.each([
  ['没有图片的格式', new Uint8Array([0x52, 0x49, 0x46, 0x46]), '不是 JPG、PNG 或 GIF'],
  ['空文件', new Uint8Array(), '不是 JPG、PNG 或 GIF'],
  ['BMP', new Uint8Array([0x42, 0x4d, 1, 2]), '不是 JPG、PNG 或 GIF'],
  ['正好 5 MB', jpeg(5 * 1024 * 1024), '5 MB 以上'],
])('封面是%s：不发，说清为什么', async (_what, bytes, why) => {
  const copy = newCopy({ cover: sampleRelease().cover });
  expect(await copy.step(open(bytes))).toMatchObject({ kind: 'refused', note: expect.stringContaining(why) });
  expect(out(copy)).toEqual([]);
  expect(copy.records).toBe(0);
});
