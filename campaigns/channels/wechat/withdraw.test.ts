import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Channel } from '../channel.ts';
import { sampleAssets } from '../testing/assets.ts';
import { Copy } from '../testing/copy.ts';
import { sampleRelease } from '../testing/release.ts';
import { testClock, type TestClock } from '../testing/test-clock.ts';
import { startWechatEmulator, type WechatEmulator } from './emulator/server.ts';
import { createWechatChannel } from './wechat-channel.ts';

let clock: TestClock;
let platform: WechatEmulator;
beforeEach(async () => {
  clock = testClock();
  platform = await startWechatEmulator({ port: 0, clock });
});
afterEach(() => platform.close());

const channel = (send: 'publish' | 'mass') =>
  createWechatChannel(
    { id: 'wechat', name: '微信公众号', send, apiBase: platform.url, appId: 'wxdemo', appSecret: 'demo-secret' },
    { clock, assets: sampleAssets() },
  );
const open = (): Channel => channel('publish');
const api = async (path: string, body: object) => {
  const post = async (to: string, what: object) =>
    (await (
      await fetch(`${platform.url}/cgi-bin/${to}`, { method: 'POST', body: JSON.stringify(what) })
    ).json()) as Record<string, unknown>;
  const { access_token } = await post('stable_token', {
    grant_type: 'client_credential',
    appid: 'wxdemo',
    secret: 'demo-secret',
  });
  return post(`${path}?access_token=${String(access_token)}`, body);
};
const drafts = async () => (await api('draft/count', {})).total_count;
const deleted = () => platform.ledger().map((row) => row.deleted);

describe('还没有发出来', () => {
  test('只存了草稿：删去草稿，免得有人手工发出', async () => {
    platform.faults.add({ path: 'freepublish/submit', mode: 'error', errcode: 53501 });
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    expect(await drafts()).toBe(1);
    expect(await copy.withdraw(open)).toMatchObject({ kind: 'already-gone', note: expect.stringContaining('草稿') });
    expect(await drafts()).toBe(0);
  });

  test('撤了草稿之后有人又发了：再撤就真的删', async () => {
    platform.faults.add({ path: 'freepublish/submit', mode: 'error', errcode: 53501 });
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    await copy.withdraw(open);
    expect(await copy.run(open)).toMatchObject({ kind: 'confirmed' });
    expect(await copy.withdraw(open)).toMatchObject({ kind: 'deleted' });
    expect(deleted()).toEqual([true]);
  });

  test('存草稿没有回音：找到它再删', async () => {
    platform.faults.add({ path: 'draft/add', mode: 'drop-after' });
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    expect(await copy.withdraw(open)).toMatchObject({ kind: 'already-gone' });
    expect(await drafts()).toBe(0);
  });

  test('提交时平台说忙、其实在发：等它发完再删，不先扔草稿', async () => {
    platform.change({ publishMs: 15_000 });
    platform.faults.add({ path: 'freepublish/submit', mode: 'error-after', errcode: -1 });
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    clock.advance(9_000);
    expect(await copy.withdraw(open)).toMatchObject({ kind: 'deleted' });
    expect(deleted()).toEqual([true]);
  });

  test('平台正在发布：等它发完再删，不放过', async () => {
    platform.change({ publishMs: 120_000 });
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    expect(await copy.withdraw(open)).toMatchObject({ kind: 'deleted' });
    expect(copy.withdrawals[0]).toMatchObject({ kind: 'unknown' });
    expect(deleted()).toEqual([true]);
  });

  test.each(['drop-after', 'drop-before'] as const)('提交时 %s：定下来之前不下结论，最后外面没有', async (mode) => {
    platform.change({ publishMs: 20_000 });
    platform.faults.add({ path: 'freepublish/submit', mode });
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    expect((await copy.withdraw(open)).kind).toBe(mode === 'drop-after' ? 'deleted' : 'already-gone');
    clock.advance(600_000);
    expect(deleted()).toEqual(mode === 'drop-after' ? [true] : []);
    expect(await drafts()).toBe(0);
  });

  test('平台没让发布：没有可撤的，草稿也不留', async () => {
    platform.change({ publishStatus: 4 });
    const copy = new Copy(clock, 'd1');
    await copy.run(open);
    expect(await copy.withdraw(open)).toMatchObject({ kind: 'already-gone' });
    expect(await drafts()).toBe(0);
  });
});

describe('已经发出来', () => {
  test('有人先在后台删了：如实说已经没有', async () => {
    const copy = new Copy(clock, 'd1');
    await copy.run(open);
    await api('freepublish/delete', { article_id: platform.ledger()[0]?.id });
    expect(await copy.withdraw(open)).toMatchObject({ kind: 'already-gone' });
    expect(deleted()).toEqual([true]);
  });

  test('平台说已被删除（5）或封禁（6）：已经没有', async () => {
    for (const status of [5, 6] as const) {
      platform.change({ laterStatus: { status, afterMs: 60_000 } });
      const copy = new Copy(clock, `d${status}`);
      await copy.run(open);
      clock.advance(120_000);
      expect(await copy.withdraw(open)).toMatchObject({ kind: 'already-gone' });
    }
  });

  test('同一条消息里有别人的文章：只删自己的', async () => {
    platform.faults.add({ path: 'freepublish/submit', mode: 'error', errcode: 53501 });
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    const {
      news_item: [ours],
    } = (await api('draft/get', { media_id: copy.progress.draftMediaId })) as { news_item: [Record<string, unknown>] };
    const other = { ...ours, title: '别人的一篇', content_source_url: 'https://cx.example.gov.cn/s/9?d=other' };
    const { media_id } = await api('draft/add', { articles: [other, ours] });
    await api('draft/delete', { media_id: copy.progress.draftMediaId });
    await api('freepublish/submit', { media_id });
    clock.advance(1_000);
    expect(await copy.withdraw(open)).toMatchObject({ kind: 'deleted' });
    expect(platform.ledger()).toMatchObject([{ deliveryId: 'other', deleted: false }]);
  });

  test('没有权限了：写明怎样手工删', async () => {
    const copy = new Copy(clock, 'd1', sampleRelease({ title: '一篇稿件（示例）' }));
    await copy.run(open);
    platform.change({ verified: false });
    expect(await copy.withdraw(open)).toMatchObject({
      kind: 'needs-person',
      note: expect.stringContaining('48001'),
      steps: expect.stringContaining('《一篇稿件（示例）》'),
    });
    expect(deleted()).toEqual([false]);
  });

  test('台账里是人登记的、按链接找不到：请人核对，绝不按登记的编号乱删', async () => {
    await new Copy(clock, 'other').run(open);
    const copy = new Copy(clock, 'd1');
    expect(await copy.withdraw(open, { externalId: platform.ledger()[0]?.id ?? null })).toMatchObject({
      kind: 'needs-person',
    });
    expect(await copy.withdraw(open, { url: 'https://mp.example/s/x' })).toMatchObject({
      kind: 'needs-person',
      steps: expect.stringContaining('https://mp.example/s/x'),
    });
    expect(deleted()).toEqual([false]);
  });

  test('平台繁忙：稍后再来，不惊动人', async () => {
    const copy = new Copy(clock, 'd1');
    await copy.run(open);
    for (const errcode of [-1, 45011]) platform.faults.add({ path: 'freepublish/delete', mode: 'error', errcode });
    expect(await copy.withdraw(open)).toMatchObject({ kind: 'deleted' });
    expect(copy.withdrawals.map((o) => o.kind)).toEqual(['unknown', 'retry', 'deleted']);
  });
});

describe('群发', () => {
  const mass = (): Channel => channel('mass');

  test('删得掉文章页，收不回卡片，照实说', async () => {
    const copy = new Copy(clock, 'd1');
    await copy.run(mass);
    expect(await copy.withdraw(mass)).toMatchObject({ kind: 'deleted', note: expect.stringContaining('收不回来') });
    expect(deleted()).toEqual([true]);
  });

  test('没有回音而草稿还在：没有群发，删去草稿，撤回绝不引起群发', async () => {
    platform.faults.add({ path: 'message/mass/sendall', mode: 'drop-before' });
    const copy = new Copy(clock, 'd1');
    await copy.step(mass());
    expect(await copy.withdraw(mass)).toMatchObject({ kind: 'already-gone' });
    expect(await drafts()).toBe(0);
    expect(platform.ledger()).toEqual([]);
  });

  test('没有回音而草稿不在：请人到后台核对', async () => {
    platform.faults.add({ path: 'message/mass/sendall', mode: 'drop-after' });
    const copy = new Copy(clock, 'd1');
    await copy.step(mass());
    expect(await copy.withdraw(mass)).toMatchObject({
      kind: 'needs-person',
      note: expect.stringContaining('很可能已经群发'),
    });
    expect(deleted()).toEqual([false]);
  });
});
