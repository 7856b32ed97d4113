import { describe, expect, test } from 'vitest';
import { channelConformance } from '../conformance.ts';
import { sampleAssets } from '../testing/assets.ts';
import { Copy } from '../testing/copy.ts';
import { sampleRelease } from '../testing/release.ts';
import { testClock } from '../testing/test-clock.ts';
import { startWeiboEmulator } from './emulator/server.ts';
import { createWeiboChannel } from './weibo-channel.ts';

const share = 'statuses/share.json';

async function start(destroy = false) {
  const clock = testClock();
  const platform = await startWeiboEmulator({ port: 0, clock, safeDomain: 'cx.example.gov.cn', profile: { destroy } });
  const open = () =>
    createWeiboChannel(
      {
        id: 'weibo',
        name: '微博',
        destroy,
        apiBase: platform.url,
        accessToken: 'demo-token',
        safeDomain: 'cx.example.gov.cn',
      },
      { clock, assets: sampleAssets() },
    );
  return { clock, platform, open };
}

const bench = (destroy: boolean) => async () => {
  const { clock, platform, open } = await start(destroy);
  return {
    clock,
    open,
    copies: async () => platform.ledger().map((row) => row.deliveryId),
    cut: (path: string, mode: 'drop-before' | 'drop-after') => platform.faults.add({ path, mode }),
    withdrawal: {
      ends: destroy ? ('deleted' as const) : ('needs-person' as const),
      byMachine: destroy,
      effects: async () =>
        platform
          .ledger()
          .filter((row) => row.deleted)
          .map((row) => row.deliveryId),
      mutations: destroy ? ['statuses/destroy.json'] : [],
    },
    close: () => platform.close(),
  };
};

channelConformance('微博', bench(false), [share]);
channelConformance('微博（试用删除接口）', bench(true), [share]);

async function withPlatform(run: (bench: Awaited<ReturnType<typeof start>>) => Promise<void>) {
  const bench = await start();
  try {
    await run(bench);
  } finally {
    await bench.platform.close();
  }
}

test.each([20017, 20019, 20111] as const)('断线后重发被判为重复（%d），算已发出', (duplicateCode) =>
  withPlatform(async ({ clock, platform, open }) => {
    platform.change({ duplicateCode });
    platform.faults.add({ path: share, mode: 'drop-after' });
    const copy = new Copy(clock, 'd1');
    expect(await copy.run(open)).toMatchObject({ kind: 'confirmed', note: expect.stringContaining('重复') });
    expect(platform.ledger()).toHaveLength(1);
  }),
);

test.each([20017, 20019, 20111])('没有断过线却被判为重复（%d），是稿件的问题', (errcode) =>
  withPlatform(async ({ clock, platform, open }) => {
    platform.faults.add({ path: share, mode: 'error', errcode });
    expect(await new Copy(clock, 'd1').run(open)).toMatchObject({ kind: 'refused' });
  }),
);

test('20032 是已发布', () =>
  withPlatform(async ({ clock, platform, open }) => {
    platform.faults.add({ path: share, mode: 'error-after', errcode: 20032 });
    expect(await new Copy(clock, 'd1').run(open)).toMatchObject({ kind: 'confirmed' });
    expect(platform.ledger()).toHaveLength(1);
  }));

test.each([10001, 10002, 10009, 10010])('系统错误 %d 说不清是否执行：执行过也只有一份', (errcode) =>
  withPlatform(async ({ clock, platform, open }) => {
    platform.faults.add({ path: share, mode: 'error-after', errcode });
    const copy = new Copy(clock, 'd1');
    expect(await copy.run(open)).toMatchObject({ kind: 'confirmed' });
    expect(copy.outcomes[0]).toMatchObject({ kind: 'unknown' });
    expect(platform.ledger()).toHaveLength(1);
  }),
);

test.each([
  [10022, 'retry'],
  [10023, 'retry'],
  [10024, 'retry'],
  [20016, 'retry'],
  [21327, 'blocked'],
  [21332, 'blocked'],
  [20015, 'blocked'],
  [20031, 'blocked'],
  [10017, 'blocked'],
  [20012, 'refused'],
  [20021, 'refused'],
  [29999, 'blocked'],
] as const)('错误 %d 的结果是 %s', (errcode, kind) =>
  withPlatform(async ({ clock, platform, open }) => {
    platform.faults.add({ path: share, mode: 'error', errcode });
    const copy = new Copy(clock, 'd1');
    expect(await copy.step(open())).toMatchObject({ kind });
    expect(copy.progress.maybeSent).toBe(false);
  }),
);

test('超过一天的疑问不再用重发核对，交给人', () =>
  withPlatform(async ({ clock, platform, open }) => {
    platform.faults.add({ path: share, mode: 'drop-after' });
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    clock.advance(25 * 3_600_000);
    expect(await copy.run(open)).toMatchObject({ kind: 'blocked', note: expect.stringContaining('微博主页') });
    expect(platform.ledger()).toHaveLength(1);
  }));

test('超过一天的疑问问多少遍都不发；人核对过决定重发才发', () =>
  withPlatform(async ({ clock, platform, open }) => {
    platform.faults.add({ path: share, mode: 'drop-before' });
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    clock.advance(25 * 3_600_000);
    for (let n = 0; n < 3; n += 1) expect(await copy.run(open)).toMatchObject({ kind: 'blocked' });
    expect(platform.ledger()).toHaveLength(0);
    copy.resumedAt = clock.now();
    expect(await copy.run(open)).toMatchObject({ kind: 'confirmed' });
    expect(platform.ledger()).toHaveLength(1);
  }));

test.each([20012, 20021, 21327, 20031, 29999])('断线之后又被退回（%d）：写明可能已发出，交给人，疑问留着', (errcode) =>
  withPlatform(async ({ clock, platform, open }) => {
    platform.faults.add({ path: share, mode: 'drop-after' });
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    platform.faults.add({ path: share, mode: 'error', errcode });
    expect(await copy.run(open)).toMatchObject({ kind: 'blocked', note: expect.stringContaining(`${errcode}`) });
    expect(copy.outcomes.at(-1)?.note).toContain('可能已经发出');
    expect(copy.progress.maybeSent).toBe(true);
    expect(platform.ledger()).toHaveLength(1);
  }),
);

test('断线之后封面读不出来：同样写明可能已发出', () =>
  withPlatform(async ({ clock, platform, open }) => {
    platform.faults.add({ path: share, mode: 'drop-after' });
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    const blind = () =>
      createWeiboChannel(
        {
          id: 'weibo',
          name: '微博',
          apiBase: platform.url,
          accessToken: 'demo-token',
          safeDomain: 'www.example.gov.cn',
        },
        { clock, assets: { read: () => Promise.reject(new Error('图片不在了')) } },
      );
    expect(await copy.run(blind)).toMatchObject({ kind: 'blocked', note: expect.stringContaining('可能已经发出') });
  }));

test('断线后设置变了，核对用的仍是原来那段文字', () =>
  withPlatform(async ({ clock, platform, open }) => {
    platform.faults.add({ path: share, mode: 'drop-after' });
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    const changed = () =>
      createWeiboChannel(
        {
          id: 'weibo',
          name: '微博',
          apiBase: platform.url,
          accessToken: 'demo-token',
          safeDomain: 'new.example.gov.cn',
        },
        { clock, assets: sampleAssets() },
      );
    expect(await copy.run(changed)).toMatchObject({ kind: 'confirmed', note: expect.stringContaining('重复') });
    expect(platform.ledger()).toHaveLength(1);
  }));

test('没有封面就发纯文字，链接换到安全域名上', () =>
  withPlatform(async ({ clock, platform, open }) => {
    platform.change({ safeDomain: 'other.example.gov.cn' });
    const channel = createWeiboChannel(
      {
        id: 'weibo',
        name: '微博',
        apiBase: platform.url,
        accessToken: 'demo-token',
        safeDomain: 'other.example.gov.cn',
      },
      { clock, assets: sampleAssets() },
    );
    expect(open().id).toBe('weibo');
    const copy = new Copy(clock, 'd1', sampleRelease({ cover: null }));
    expect(await copy.run(() => channel)).toMatchObject({ kind: 'confirmed' });
    expect(platform.ledger()).toMatchObject([
      { link: 'https://other.example.gov.cn/s/123?d=d1', picture: false, deliveryId: 'd1' },
    ]);
  }));

describe('撤回', () => {
  test('默认请人删，写明编号和链接的结尾', () =>
    withPlatform(async ({ clock, open }) => {
      const copy = new Copy(clock, 'd1');
      await copy.run(open);
      const outcome = await copy.withdraw(open);
      expect(outcome).toMatchObject({
        kind: 'needs-person',
        steps: expect.stringContaining(`编号 ${String(copy.progress.postedId)}`),
      });
      expect(outcome).toMatchObject({ steps: expect.stringContaining('?d=d1') });
    }));

  test('上次没有回音：可能发出了，也请人看', () =>
    withPlatform(async ({ clock, platform, open }) => {
      platform.faults.add({ path: share, mode: 'drop-after' });
      const copy = new Copy(clock, 'd1');
      await copy.step(open());
      expect(await copy.withdraw(open)).toMatchObject({ kind: 'needs-person' });
    }));

  test('被退回的没有发出过，不惊动人', () =>
    withPlatform(async ({ clock, platform, open }) => {
      platform.faults.add({ path: share, mode: 'error', errcode: 20021 });
      const copy = new Copy(clock, 'd1');
      await copy.step(open());
      expect(await copy.withdraw(open)).toMatchObject({ kind: 'already-gone' });
    }));

  test('试用删除接口：应用没有权限，还是请人', async () => {
    const { clock, platform, open } = await start(true);
    platform.change({ destroy: false });
    const copy = new Copy(clock, 'd1');
    await copy.run(open);
    expect(await copy.withdraw(open)).toMatchObject({ kind: 'needs-person', note: expect.stringContaining('10014') });
    expect(platform.ledger()).toMatchObject([{ deleted: false }]);
    await platform.close();
  });

  test('试用删除接口：有人先删了，如实说已经没有', async () => {
    const { clock, platform, open } = await start(true);
    const copy = new Copy(clock, 'd1');
    await copy.run(open);
    platform.faults.add({ path: 'statuses/destroy.json', mode: 'error', errcode: 20101 });
    expect(await copy.withdraw(open)).toMatchObject({ kind: 'already-gone' });
    await platform.close();
  });
});
