import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Channel } from '../channel.ts';
import { sampleAssets } from '../testing/assets.ts';
import { Copy } from '../testing/copy.ts';
import { startGarbler, type Garbler } from '../testing/garbler.ts';
import { sampleRelease } from '../testing/release.ts';
import { testClock, type TestClock } from '../testing/test-clock.ts';
import { startWechatEmulator, type WechatEmulator } from './emulator/server.ts';
import { createWechatChannel } from './wechat-channel.ts';

// Between the desk and WeChat stand proxies, firewalls and a platform that changes: what comes back is not always an answer.

let clock: TestClock;
let platform: WechatEmulator;
let line: Garbler;
beforeAll(async () => {
  clock = testClock();
  platform = await startWechatEmulator({ port: 0, clock });
  line = await startGarbler(platform.url);
});
afterAll(async () => {
  await line.close();
  await platform.close();
});

const channel = (send: 'publish' | 'mass' = 'publish'): Channel =>
  createWechatChannel(
    { id: 'wechat', name: '微信公众号', send, apiBase: line.url, appId: 'wxdemo', appSecret: 'demo-secret' },
    { clock, assets: sampleAssets() },
  );
let copies = 0;
/** A story without pictures in its text: fewer calls. */
const newCopy = () => new Copy(clock, `d${(copies += 1)}`, sampleRelease({ html: '<p>示例</p>', images: [] }));
const out = (copy: Copy) => platform.ledger().filter((row) => !row.deleted && row.deliveryId === copy.deliveryId);

const nonsense: [what: string, text: string, status?: number][] = [
  ['空的回答', ''],
  ['一半的回答', '{"errcode":0,"media_'],
  ['一个“空”字', 'null'],
  ['一个列表', '[]'],
  ['空的对象', '{}'],
  ['只有提示没有结果', '{"errmsg":"ok"}'],
  ['错误号不是数字', '{"errcode":"oops","errmsg":"ok"}'],
  ['错误号是真假', '{"errcode":true}'],
  ['编号是空的', '{"errcode":null,"media_id":null,"publish_id":"","url":null,"publish_status":null}'],
  ['状态是空的文字', '{"publish_status":"","article_id":"a1"}'],
  ['防火墙的回答', '{"message":"blocked by policy"}', 403],
  ['网关照抄了成功的样子', '{"errcode":0,"errmsg":"ok","publish_status":0,"article_id":"a1"}', 502],
];

describe.each(nonsense)('%s', (_what, text, status) => {
  test('提交办了却这样回答：先核对，最后只有一份', async () => {
    const copy = newCopy();
    line.next({ path: 'freepublish/submit', text, status, executed: true });
    expect(await copy.run(channel)).toMatchObject({ kind: 'confirmed' });
    expect(copy.outcomes[0]).toMatchObject({ kind: 'unknown' });
    expect(out(copy)).toHaveLength(1);
  });

  test('问结果时这样回答：不当作已发布，也不当作被拒', async () => {
    const copy = newCopy();
    await copy.step(channel());
    line.next({ path: 'freepublish/get', text, status, executed: true });
    expect(await copy.step(channel())).toMatchObject({ kind: 'sent' });
    expect(await copy.run(channel)).toMatchObject({ kind: 'confirmed', url: expect.stringContaining('/s/') });
  });

  test('删除文章没有办也这样回答：文章还在，就不说已删除', async () => {
    const copy = newCopy();
    await copy.run(channel);
    line.next({ path: 'freepublish/delete', text, status, executed: false });
    expect(await channel().withdraw(copy.withdrawJob())).toMatchObject({ kind: 'unknown' });
    expect(out(copy)).toHaveLength(1);
    expect(await copy.withdraw(channel)).toMatchObject({ kind: 'deleted' });
    expect(out(copy)).toEqual([]);
  });
});

test.each(['stable_token', 'material/add_material', 'draft/add', 'message/mass/sendall'])(
  '%s 办了，只听到半句：最后只有一份',
  async (path) => {
    const copy = newCopy();
    line.next({ path, text: '{"errcode":true}', executed: true });
    expect(await copy.run(() => channel(path.includes('mass') ? 'mass' : 'publish'))).toMatchObject({
      kind: 'confirmed',
    });
    expect(copy.outcomes[0]?.kind).toMatch(/^(retry|unknown)$/);
    expect(out(copy)).toHaveLength(1);
  },
);

test.each([
  ['空的对象', '{}'],
  ['防火墙的回答', '{"message":"blocked by policy"}'],
])('删除群发没有办却得到%s：不说已删除', async (_what, text) => {
  const copy = newCopy();
  await copy.run(() => channel('mass'));
  line.next({ path: 'message/mass/delete', text, executed: false });
  expect(await channel('mass').withdraw(copy.withdrawJob())).toMatchObject({ kind: 'unknown' });
  expect(await copy.withdraw(() => channel('mass'))).toMatchObject({ kind: 'deleted' });
  expect(out(copy)).toEqual([]);
});

describe('平台退回，话却说得不合约定：照错误号办', () => {
  test.each([
    ['提示是空的', '{"errcode":40164,"errmsg":null}'],
    ['提示是数字', '{"errcode":40164,"errmsg":7}'],
    ['错误号是文字', '{"errcode":"40164","errmsg":"invalid ip"}'],
    ['没有提示', '{"errcode":40164}'],
  ])('%s', async (_what, text) => {
    const copy = newCopy();
    line.next({ path: 'draft/add', text, executed: false });
    const blocked = await copy.step(channel());
    expect(blocked).toMatchObject({ kind: 'blocked', note: expect.stringContaining('IP 白名单') });
    copy.next = 'send';
    await copy.run(channel);
    line.next({ path: 'freepublish/delete', text, executed: false });
    expect(await channel().withdraw(copy.withdrawJob())).toMatchObject({ kind: 'needs-person' });
    expect(out(copy)).toHaveLength(1);
  });
});

describe('列表没有给全', () => {
  const lost = async () => {
    platform.faults.add({ path: 'freepublish/submit', mode: 'drop-after' });
    const copy = newCopy();
    await copy.run(channel);
    platform.faults.add({ path: 'freepublish/delete', mode: 'drop-before' });
    expect(await channel().withdraw(copy.withdrawJob())).toMatchObject({ kind: 'unknown' });
    return copy;
  };

  test.each([
    ['说有一篇，却一篇也没列', '{"total_count":1,"item_count":0,"item":[]}'],
    ['说有一篇，没有列表', '{"total_count":1}'],
    ['没有说有几篇', '{"total_count":null,"item":[]}'],
    ['总数是空的', '{"total_count":"","item":null}'],
  ])('%s：不能说文章已经不在', async (_what, text) => {
    const copy = await lost();
    line.next({ path: 'freepublish/batchget', text, executed: true });
    expect(await channel().withdraw(copy.withdrawJob())).toMatchObject({ kind: 'retry' });
    expect(out(copy)).toHaveLength(1);
    expect(await copy.withdraw(channel)).toMatchObject({ kind: 'deleted' });
    expect(out(copy)).toEqual([]);
  });

  test('确实一篇也没有：文章已不在', async () => {
    const copy = await lost();
    line.next({ path: 'freepublish/batchget', text: '{"total_count":"0","item":[]}', executed: true });
    expect(await channel().withdraw(copy.withdrawJob())).toMatchObject({ kind: 'deleted' });
  });
});
