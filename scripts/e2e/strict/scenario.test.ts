import { expect, test } from 'vitest';
import { createWechatChannel } from '../../../campaigns/channels/wechat/wechat-channel.ts';
import { createWeiboChannel } from '../../../campaigns/channels/weibo/weibo-channel.ts';
import { seeded } from '../../../campaigns/channels/testing/random.ts';
import type { FaultKind, FaultPlan } from './fault.ts';
import { endure, newClock, start } from './ordeal.ts';
import { pictureAssets } from './picture-assets.ts';
import { story } from './stories.ts';
import { openStrictWechat } from './strict-wechat.ts';
import { openStrictWeibo } from './strict-weibo.ts';

const assets = await pictureAssets();
const minute = 60_000;

/** One fault at the first call of one path, or none. */
function once(path: string, kind: FaultKind): FaultPlan {
  let left = 1;
  return { random: seeded(7), struck: new Map(), next: (p) => (p === path && left-- > 0 ? kind : null) };
}

async function wechat(given: Parameters<typeof openStrictWechat>[0]) {
  const clock = newClock();
  const random = seeded(1);
  const wire = await openStrictWechat({
    now: () => clock.now().getTime(),
    random,
    linger: (ms) => clock.sleep(ms),
    maxDelayMs: 5,
    ...given,
  });
  const channel = () =>
    createWechatChannel(
      {
        submitSettleMs: 15 * 60_000,
        id: 'wechat',
        name: '示例号',
        apiBase: wire.origin,
        appId: 'wx-strict',
        appSecret: 'strict-secret',
      },
      { clock, assets },
    );
  const outcome = await endure({ random, clock, wire, channel, releases: [story(1)], deaths: 0 });
  await wire.close();
  return {
    state: outcome.deliveries[0]?.state,
    copies: wire.ledger().length,
    note: outcome.deliveries[0]?.note ?? '',
    wire,
  };
}

async function weibo(given: Parameters<typeof openStrictWeibo>[0]) {
  const clock = newClock();
  const random = seeded(1);
  const wire = await openStrictWeibo({
    now: () => clock.now().getTime(),
    random,
    linger: (ms) => clock.sleep(ms),
    maxDelayMs: 5,
    ...given,
  });
  const channel = () =>
    createWeiboChannel(
      {
        id: 'weibo',
        name: '示例微博',
        apiBase: wire.origin,
        accessToken: '2.00strict',
        safeDomain: 'www.example.gov.cn',
        rip: '203.0.113.7',
      },
      { clock, assets },
    );
  const outcome = await endure({ random, clock, wire, channel, releases: [story(1)], deaths: 0 });
  await wire.close();
  return {
    state: outcome.deliveries[0]?.state,
    copies: wire.statuses.length,
    at: wire.statuses[0]?.at ?? 0,
    note: outcome.deliveries[0]?.note ?? '',
  };
}

const submit = '/cgi-bin/freepublish/submit';

// A draft leaves the box once it is published, not when the submit is accepted: that it is still there proves nothing yet.
test.each(['again', 'refused'] as const)(
  '提交没有回音、发布要五分钟、草稿一直留在草稿箱（再次提交：%s）：恰好一篇',
  async (resubmit) => {
    const end = await wechat({
      draftLeaves: 'on-publish',
      resubmit,
      publishMs: () => 5 * minute,
      faults: once(submit, 'cut-after-executing'),
    });
    expect(end).toMatchObject({ state: 'confirmed', copies: 1 });
  },
);

test('提交没有回音、草稿已离开草稿箱、发布要半小时：恰好一篇', async () => {
  const end = await wechat({
    draftLeaves: 'on-submit',
    publishMs: () => 30 * minute,
    faults: once(submit, 'half-reply'),
  });
  expect(end).toMatchObject({ state: 'confirmed', copies: 1 });
});

test('提交在到达之前就断了：补交同一篇草稿，恰好一篇', async () => {
  const end = await wechat({ draftLeaves: 'on-publish', faults: once(submit, 'cut-before-executing') });
  expect(end).toMatchObject({ state: 'confirmed', copies: 1 });
  expect(end.wire.seen.filter((s) => s.line.endsWith('draft/add'))).toHaveLength(1);
});

test('没有接口权限的号：不再试，交给人', async () => {
  const end = await wechat({ unauthorised: true });
  expect(end).toMatchObject({ state: 'dead', copies: 0, note: expect.stringContaining('48001') });
});

test('微博当天 100 次已用完：等到次日，恰好一条', async () => {
  const end = await weibo({ earlierCalls: 100 });
  expect(end).toMatchObject({ state: 'confirmed', copies: 1 });
  expect(end.at).toBeGreaterThan(start.getTime() + 15 * 60 * minute);
});

test('微博发出后没有回音、授权恰在此时到期：交给人，不多出一条', async () => {
  const end = await weibo({
    tokenUntil: start.getTime() + 3000,
    faults: once('/2/statuses/share.json', 'cut-after-executing'),
  });
  expect(end).toMatchObject({ state: 'dead', copies: 1, note: expect.stringContaining('21327') });
});
