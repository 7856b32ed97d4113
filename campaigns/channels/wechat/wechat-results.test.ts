import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Channel } from '../channel.ts';
import { jpeg, sampleAssets } from '../testing/assets.ts';
import { Copy } from '../testing/copy.ts';
import { sampleRelease } from '../testing/release.ts';
import { testClock, type TestClock } from '../testing/test-clock.ts';
import { startWechatEmulator, type WechatEmulator } from './emulator/server.ts';
import { createWechatChannel } from './wechat-channel.ts';

let clock: TestClock;
let platform: WechatEmulator;
let open: () => Channel;
beforeEach(async () => {
  clock = testClock();
  platform = await startWechatEmulator({ port: 0, clock });
  open = () =>
    createWechatChannel(
      { id: 'wechat', name: '微信公众号', apiBase: platform.url, appId: 'wxdemo', appSecret: 'demo-secret' },
      { clock, assets: sampleAssets() },
    );
});
afterEach(() => platform.close());

const submit = 'freepublish/submit';

async function api(path: string, body: object): Promise<Record<string, unknown>> {
  const token = await post('stable_token', { grant_type: 'client_credential', appid: 'wxdemo', secret: 'demo-secret' });
  return post(`${path}?access_token=${String(token.access_token)}`, body);
}
const post = async (path: string, body: object) =>
  (await (
    await fetch(`${platform.url}/cgi-bin/${path}`, { method: 'POST', body: JSON.stringify(body) })
  ).json()) as Record<string, unknown>;

describe('发布结果', () => {
  test.each([2, 3, 4] as const)('publish_status %d：被拒', async (publishStatus) => {
    platform.change({ publishStatus });
    expect(await new Copy(clock, 'd1').run(open)).toMatchObject({ kind: 'refused' });
    expect(platform.ledger()).toEqual([]);
  });

  test.each([5, 6] as const)('发布成功之后又成了 %d：再查询时如实报告', async (status) => {
    platform.change({ laterStatus: { status, afterMs: 60_000 } });
    const copy = new Copy(clock, 'd1');
    expect(await copy.run(open)).toMatchObject({ kind: 'confirmed', url: expect.stringContaining('/s/') });
    clock.advance(120_000);
    expect(await copy.step(open())).toMatchObject({ kind: 'refused', note: expect.stringContaining('发布成功后') });
  });

  test('还在发布：稍后再查，等得越久问得越疏', async () => {
    platform.change({ publishMs: 600_000 });
    const copy = new Copy(clock, 'd1');
    await copy.run(open);
    const waits = copy.outcomes.flatMap((o) => (o.kind === 'sent' ? [o.lookAfter] : []));
    expect(waits[1]).toBe(1_000);
    expect(Math.max(...waits)).toBe(60_000);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  });
});

describe('说不清是否执行', () => {
  test.each(['drop-after', 'bad-gateway', 'error-after'] as const)(
    '提交时 %s：先未知，核对后确认，只有一份',
    async (mode) => {
      platform.faults.add({ path: submit, mode });
      const copy = new Copy(clock, 'd1');
      expect(await copy.run(open)).toMatchObject({ kind: 'confirmed', url: expect.stringContaining('/s/') });
      expect(copy.outcomes[0]).toMatchObject({ kind: 'unknown' });
      expect(platform.ledger()).toHaveLength(1);
    },
  );

  test('提交没有执行：等结果定下来才说没发，再提交的是同一份草稿', async () => {
    platform.faults.add({ path: submit, mode: 'drop-before' });
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    expect(await copy.step(open())).toMatchObject({ kind: 'unknown' });
    expect(await copy.run(open)).toMatchObject({ kind: 'confirmed' });
    expect(copy.outcomes.some((o) => o.kind === 'not-sent')).toBe(true);
    expect(await api('draft/count', {})).toEqual({ total_count: 0 });
  });

  test('慢到平台发布还没完成就重交：绝不发两次', async () => {
    platform.change({ publishMs: 30_000 });
    platform.faults.add({ path: submit, mode: 'drop-after' });
    expect(await new Copy(clock, 'd1').run(open)).toMatchObject({ kind: 'confirmed' });
    expect(platform.ledger()).toHaveLength(1);
  });

  test('盲目地再次 send 也先核对，不再提交', async () => {
    platform.faults.add({ path: submit, mode: 'drop-after' });
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    copy.next = 'send';
    expect(await copy.step(open())).toMatchObject({ kind: 'confirmed' });
    expect(platform.ledger()).toHaveLength(1);
  });

  test('存草稿执行后断线：在草稿箱里找回同一份', async () => {
    platform.faults.add({ path: 'draft/add', mode: 'drop-after' });
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    expect(await copy.step(open())).toMatchObject({ kind: 'not-sent' });
    expect(await api('draft/count', {})).toEqual({ total_count: 1 });
    expect(await copy.run(open)).toMatchObject({ kind: 'confirmed' });
  });

  test('存草稿执行了却报告繁忙：不留下第二份草稿', async () => {
    platform.faults.add({ path: 'draft/add', mode: 'error-after', errcode: -1 });
    const copy = new Copy(clock, 'd1');
    expect(await copy.run(open)).toMatchObject({ kind: 'confirmed' });
    expect(copy.outcomes[0]).toMatchObject({ kind: 'retry' });
    expect(await api('draft/count', {})).toEqual({ total_count: 0 });
  });

  test('查询时平台退回：不当作稿件被拒', async () => {
    platform.change({ publishMs: 60_000 });
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    platform.faults.add({ path: 'freepublish/get', mode: 'error', errcode: 47001 });
    expect(await copy.step(open())).toMatchObject({ kind: 'blocked' });
    platform.faults.add({ path: 'freepublish/get', mode: 'error', errcode: 45011 });
    expect(await copy.step(open())).toMatchObject({ kind: 'sent', lookAfter: 60_000 });
  });

  test('别的稿件再多，也能翻页找到自己的', async () => {
    const busy = new Copy(clock, 'd1');
    platform.faults.add({ path: submit, mode: 'drop-after' });
    await busy.step(open());
    for (let i = 0; i < 25; i += 1) {
      await new Copy(clock, `other-${i}`, sampleRelease({ html: '<p>示例</p>', title: `第${i}篇（示例）` })).run(open);
    }
    expect(await busy.run(open)).toMatchObject({ kind: 'confirmed' });
    expect(platform.ledger()).toHaveLength(26);
  });
});

describe('平台退回', () => {
  test.each([
    ['draft/add', 45009, 'retry'],
    ['draft/add', -1, 'retry'],
    ['draft/add', 45011, 'retry'],
    ['draft/add', 45166, 'refused'],
    ['draft/add', 48001, 'blocked'],
    ['draft/add', 12345, 'blocked'],
    [submit, 53501, 'retry'],
    [submit, 53503, 'blocked'],
    [submit, 40007, 'retry'],
    ['stable_token', 40164, 'blocked'],
    ['stable_token', 40001, 'blocked'],
    ['stable_token', -1, 'retry'],
    ['stable_token', 89503, 'blocked'],
    ['media/uploadimg', 40005, 'refused'],
    ['material/add_material', 45009, 'retry'],
  ] as const)('%s 回 %d：%s', async (path, errcode, kind) => {
    platform.faults.add({ path, mode: 'error', errcode });
    const outcome = await new Copy(clock, 'd1').step(open());
    expect(outcome).toMatchObject({ kind, note: expect.stringContaining(String(errcode)) });
    expect(platform.ledger()).toEqual([]);
  });

  test('当天次数用完：等到上海零点以后', async () => {
    platform.change({ dailyCalls: { 'draft/add': 0 } });
    const copy = new Copy(clock, 'd1');
    expect(await copy.step(open())).toMatchObject({ kind: 'retry', after: 15 * 3_600_000 + 300_000 });
    platform.change({ dailyCalls: {} });
    expect(await copy.run(open)).toMatchObject({ kind: 'confirmed' });
  });

  test('封面刚上传还没就绪：过几秒再试就成', async () => {
    platform.change({ coverDelayMs: 5_000 });
    const copy = new Copy(clock, 'd1');
    expect(await copy.run(open)).toMatchObject({ kind: 'confirmed' });
    expect(copy.outcomes.map((o) => o.kind)).toEqual(['retry', 'retry', 'sent', 'confirmed']);
  });

  test('封面一直不认：重传一次，仍不认才请人', async () => {
    platform.change({ coverDelayMs: 1e12 });
    const copy = new Copy(clock, 'd1');
    expect(await copy.run(open)).toMatchObject({ kind: 'blocked' });
    expect(copy.outcomes).toHaveLength(8);
  });

  test.each([40001, 40014, 42001])('凭据被判失效（%d）：换一个，就地重来一次', async (errcode) => {
    platform.faults.add({ path: 'draft/add', mode: 'error', errcode });
    const copy = new Copy(clock, 'd1');
    expect(await copy.step(open())).toMatchObject({ kind: 'sent' });
  });

  test.each(
    ['media/uploadimg', 'material/add_material', 'draft/add', submit].flatMap((path) =>
      [40001, 40014, 42001].map((code) => [path, code] as const),
    ),
  )('%s 换了凭据仍被判失效（%d）：没有执行，隔一分钟以上再试，终究只发一份', async (path, errcode) => {
    platform.faults.add({ path, mode: 'error', errcode, times: 4 });
    const copy = new Copy(clock, 'd1');
    for (let n = 0; n < 2; n += 1)
      expect(await copy.step(open())).toMatchObject({
        kind: 'retry',
        after: 60_000,
        note: expect.stringContaining(String(errcode)),
      });
    expect(copy.progress.submitAt ?? null).toBeNull();
    expect(await copy.run(open)).toMatchObject({ kind: 'confirmed' });
    expect(platform.ledger()).toHaveLength(1);
  });

  test.each([40014, 42001])('取凭据时说失效（%d）：不是账号的事，再试', async (errcode) => {
    platform.faults.add({ path: 'stable_token', mode: 'error', errcode, times: 2 });
    const copy = new Copy(clock, 'd1');
    expect(await copy.step(open())).toMatchObject({ kind: 'retry', after: 60_000 });
    expect(await copy.run(open)).toMatchObject({ kind: 'confirmed' });
  });

  test('问结果时凭据失效：仍算已受理，再问', async () => {
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    platform.faults.add({ path: 'freepublish/get', mode: 'error', errcode: 42001, times: 2 });
    expect(await copy.step(open())).toMatchObject({ kind: 'sent', lookAfter: 60_000 });
    expect(await copy.run(open)).toMatchObject({ kind: 'confirmed' });
  });

  test('有人在后台删了草稿：请人核对，确认后可以重新发', async () => {
    platform.faults.add({ path: submit, mode: 'error', errcode: 53501 });
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    await api('draft/delete', { media_id: copy.progress.draftMediaId });
    expect(await copy.step(open())).toMatchObject({ kind: 'blocked', note: expect.stringContaining('草稿箱') });
    copy.next = 'send';
    expect(await copy.run(open)).toMatchObject({ kind: 'confirmed' });
  });

  test('有人在后台先发了这份草稿：认出来，不再发', async () => {
    platform.faults.add({ path: submit, mode: 'error', errcode: 53501 });
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    await api(submit, { media_id: copy.progress.draftMediaId });
    clock.advance(1_000);
    expect(await copy.step(open())).toMatchObject({ kind: 'confirmed', note: expect.stringContaining('链接编号') });
    expect(platform.ledger()).toHaveLength(1);
  });
});

describe('封面和图片', () => {
  const withBytes = (bytes: Uint8Array) =>
    createWechatChannel(
      { id: 'wechat', name: '微信公众号', apiBase: platform.url, appId: 'wxdemo', appSecret: 'demo-secret' },
      { clock, assets: sampleAssets(() => ({ bytes })) },
    );

  test.each([
    [new Uint8Array([0x52, 0x49, 0x46, 0x46]), 'JPG 或 PNG'],
    [jpeg(1024 * 1024), '超过 1 MB'],
  ] as const)('不合格的图片不上传，说清为什么', async (bytes, why) => {
    expect(await new Copy(clock, 'd1').step(withBytes(bytes))).toMatchObject({
      kind: 'refused',
      note: expect.stringContaining(why),
    });
  });

  test('没有封面：事先拦下；设了默认封面就用它', async () => {
    const release = sampleRelease({ cover: null });
    expect(open().validate(release)).toMatchObject([{ level: 'block', field: 'cover' }]);
    const channel = createWechatChannel(
      {
        id: 'wechat',
        name: '微信公众号',
        apiBase: platform.url,
        appId: 'wxdemo',
        appSecret: 'demo-secret',
        defaultCover: { bytes: jpeg(), mime: 'image/jpeg', fileName: 'default.jpg' },
      },
      { clock, assets: sampleAssets() },
    );
    expect(channel.validate(release)).toEqual([]);
    expect(await new Copy(clock, 'd1', release).run(() => channel)).toMatchObject({ kind: 'confirmed' });
  });
});
