import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sampleAssets } from '../testing/assets.ts';
import { Copy } from '../testing/copy.ts';
import { sampleRelease } from '../testing/release.ts';
import { testClock, type TestClock } from '../testing/test-clock.ts';
import { startReceiver } from '../wechat/callback/testing/receiver.ts';
import { startWechatEmulator, type WechatEmulator } from '../wechat/emulator/server.ts';
import { createWechatChannel } from '../wechat/wechat-channel.ts';
import { startWeiboEmulator, type WeiboEmulator } from '../weibo/emulator/server.ts';
import { createWeiboChannel } from '../weibo/weibo-channel.ts';

const day = 24 * 3_600_000;
let clock: TestClock;
let wechat: WechatEmulator;
let weibo: WeiboEmulator;
beforeEach(async () => {
  clock = testClock();
  wechat = await startWechatEmulator({ port: 0, clock });
  weibo = await startWeiboEmulator({ port: 0, clock, safeDomain: 'cx.example.gov.cn' });
});
afterEach(async () => {
  await wechat.close();
  await weibo.close();
});

const flip = (url: string, id: string) =>
  fetch(`${url}/__faults`, { method: 'POST', body: JSON.stringify({ switch: id }) });
const press = (url: string, id: string) =>
  fetch(`${url}/__switch`, { method: 'POST', body: new URLSearchParams({ id }), redirect: 'manual' });
async function on(url: string): Promise<string[]> {
  const { switches } = (await (await fetch(`${url}/__faults`)).json()) as { switches: { id: string; on: boolean }[] };
  return switches.filter((s) => s.on).map((s) => s.id);
}
const openWechat = (send: 'publish' | 'mass' = 'publish') =>
  createWechatChannel(
    { id: 'wechat', name: '微信公众号', send, apiBase: wechat.url, appId: 'wxdemo', appSecret: 'demo-secret' },
    { clock, assets: sampleAssets() },
  );
const openWeibo = () =>
  createWeiboChannel(
    { id: 'weibo', name: '微博', apiBase: weibo.url, accessToken: 'demo-token', safeDomain: 'cx.example.gov.cn' },
    { clock, assets: sampleAssets() },
  );
const first = async (id: string) => {
  const copy = new Copy(clock, id, sampleRelease({ summary: `示例摘要 ${id}` }));
  await copy.step(id.startsWith('b') ? openWeibo() : openWechat());
  return copy;
};

test('页面上的按钮：按下去、看得见、再按就关，回到页面', async () => {
  for (const { url } of [wechat, weibo]) {
    const { switches } = (await (await fetch(`${url}/__faults`)).json()) as {
      switches: { id: string; title: string }[];
    };
    const page = await (await fetch(url)).text();
    for (const { title } of switches) expect(page).toContain(`aria-pressed="false">${title}<`);
    const answer = await press(url, 'drop-after');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    expect(await on(url)).toEqual(['drop-after']);
    expect(await (await fetch(url)).text()).toContain('aria-pressed="true">办了却断线<');
    await press(url, 'drop-after');
    expect(await on(url)).toEqual([]);
    for (const id of ['delay', 'quota']) await flip(url, id);
    expect(await on(url)).toEqual(['delay', 'quota']);
  }
});

test('没有的开关：一句话说有哪些', async () => {
  const answer = await flip(wechat.url, 'flood');
  expect([answer.status, await answer.json()]).toEqual([
    400,
    { error: expect.stringContaining('没有名为“flood”的开关，可用的有：token-revoked、review-refused') },
  ]);
});

describe('微信', () => {
  test('凭据作废：换一个接着发', async () => {
    const copy = await first('a1');
    await flip(wechat.url, 'token-revoked');
    expect(await copy.run(openWechat)).toMatchObject({ kind: 'confirmed' });
  });

  test('审核不过，关掉就过', async () => {
    await flip(wechat.url, 'review-refused');
    expect(await new Copy(clock, 'a1').run(openWechat)).toMatchObject({ kind: 'refused' });
    await flip(wechat.url, 'review-refused');
    expect(await new Copy(clock, 'a2').run(openWechat)).toMatchObject({ kind: 'confirmed' });
  });

  test('办了却断线：核对出来，只有一份', async () => {
    await flip(wechat.url, 'drop-after');
    const copy = await first('a1');
    expect(copy.outcomes[0]?.kind).toBe('unknown');
    expect(await copy.run(openWechat)).toMatchObject({ kind: 'confirmed' });
    expect(wechat.ledger()).toHaveLength(1);
    expect(await on(wechat.url)).toEqual([]);
  });

  test('次数用完：发布和群发都等到零点以后', async () => {
    await flip(wechat.url, 'quota');
    for (const send of ['publish', 'mass'] as const) {
      const outcome = await openWechat(send).send(new Copy(clock, `a-${send}`).job());
      expect(outcome).toMatchObject({ kind: 'retry', after: 15 * 3_600_000 + 300_000 });
    }
    await flip(wechat.url, 'quota');
    expect(await new Copy(clock, 'a1').run(openWechat)).toMatchObject({ kind: 'confirmed' });
  });

  test('群发次数用完（45028）：等到零点以后', async () => {
    wechat.change({ massQuota: { perDay: 0, perMonth: 0 } });
    const outcome = await openWechat('mass').send(new Copy(clock, 'a1').job());
    expect(outcome).toMatchObject({
      kind: 'retry',
      after: 15 * 3_600_000 + 300_000,
      note: expect.stringContaining('45028'),
    });
  });

  test('通知丢失、重复、抢先；没有登记网址就说清楚', async () => {
    expect(await (await flip(wechat.url, 'callback-lost')).json()).toEqual({
      error: '开关没有生效：这个账号没有登记接收通知的网址，通知本来就不发。',
    });
    const receiver = await startReceiver(() => ({ token: 'cb-token', appId: 'wxdemo', aesKeys: [] }), clock);
    wechat.change({ callback: { url: receiver.url, token: 'cb-token' } });
    const told = async (id: string, change: string[]) => {
      for (const one of change) await flip(wechat.url, one);
      const before = receiver.events.length;
      await first(id);
      const early = receiver.events.length - before;
      clock.advance(1_000);
      await wechat.callbacks();
      return [early, receiver.events.length - before];
    };
    expect(await told('a1', [])).toEqual([0, 1]);
    expect(await told('a2', ['callback-lost'])).toEqual([0, 0]);
    expect(await told('a3', ['callback-doubled'])).toEqual([0, 2]);
    expect(await told('a4', ['callback-early'])).toEqual([1, 1]);
    expect(await on(wechat.url)).toEqual(['callback-early']);
    await receiver.close();
  });
});

describe('微博', () => {
  test.each([
    ['token-revoked', 'blocked', 21327],
    ['restricted', 'blocked', 20031],
    ['review-refused', 'refused', 20021],
    ['quota', 'retry', 10023],
  ] as const)('%s：%s', async (id, kind, code) => {
    await flip(weibo.url, id);
    expect((await first('b1')).outcomes).toMatchObject([{ kind, note: expect.stringContaining(String(code)) }]);
    if ((await on(weibo.url)).length > 0) await flip(weibo.url, id);
    clock.advance(day);
    expect(await new Copy(clock, 'b2').run(openWeibo)).toMatchObject({ kind: 'confirmed' });
  });

  test.each([
    ['drop-after', 'unknown'],
    ['late', 'confirmed'],
  ] as const)('%s：%s，只有一条', async (id, kind) => {
    await flip(weibo.url, id);
    const copy = await first('b1');
    expect(copy.outcomes).toMatchObject([{ kind }]);
    expect(await copy.run(openWeibo)).toMatchObject({ kind: 'confirmed' });
    expect(weibo.ledger()).toHaveLength(1);
  });
});

test('页面照手机的样子给出文章和微博，标签不生效', async () => {
  const release = sampleRelease({ title: '<b>一笔账</b>（示例）', summary: '把话说在前面。<script>' });
  await new Copy(clock, 'a1', release).run(openWechat);
  await new Copy(clock, 'b1', release).run(openWeibo);
  const list = await (await fetch(wechat.url)).text();
  expect(list).toContain('&lt;b&gt;一笔账&lt;/b&gt;');
  expect(list).toContain('<code title="推送编号">a1</code>');
  const article = await (await fetch(`${wechat.url}/?a=${wechat.ledger()[0]?.id}`)).text();
  expect(article).toContain('“欠的钱，一分也要还。”');
  const wall = await (await fetch(weibo.url)).text();
  expect(wall).toContain('>网页链接</a>');
  for (const page of [list, article, wall]) expect(page).not.toMatch(/<script|<b>一笔账/);
});
