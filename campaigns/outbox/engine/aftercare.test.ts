import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleAssets } from '../../channels/testing/assets.ts';
import { sampleRelease } from '../../channels/testing/release.ts';
import { startWechatEmulator, type WechatEmulator } from '../../channels/wechat/emulator/server.ts';
import { toChannelEvent } from '../../channels/wechat/inbox.ts';
import { createWechatChannel } from '../../channels/wechat/wechat-channel.ts';
import { createAftercare } from './aftercare.ts';
import { byHand } from '../hands/by-hand.ts';
import { gauges } from '../journal/gauges.ts';
import { createManualClock } from './manual-clock.ts';
import { createMemoryEvents } from '../journal/memory-events.ts';
import { createMemoryStore } from '../journal/memory-store.ts';
import { applyRecalls } from './recall/apply-recalls.ts';
import { hostOwner } from '../testing/bench.ts';
import { createWorker } from './worker.ts';

const hour = 3_600_000;
let platform: WechatEmulator;
let bench: Awaited<ReturnType<typeof open>>;
beforeEach(async () => void (bench = await open()));
afterEach(() => platform.close());

/** The real worker and client on the emulator, with copies that have gone out. */
async function open() {
  const clock = createManualClock(new Date('2027-03-15T09:00:00+08:00'));
  platform = await startWechatEmulator({ port: 0, clock });
  const [store, events, asked] = [createMemoryStore(), createMemoryEvents(), [] as string[]];
  const { take } = platform.faults;
  platform.faults.take = (path) => (asked.push(path), take.call(platform.faults, path));
  const channel = createWechatChannel(
    { id: 'wechat', name: '微信公众号', apiBase: platform.url, appId: 'wxdemo', appSecret: 'demo-secret' },
    { clock, assets: sampleAssets(), events },
  );
  const parts = {
    store,
    clock,
    channels: new Map([['wechat', channel]]),
    log: () => {},
    releases: async (id: string) => sampleRelease({ id }),
    linkFor: ({ id }: { id: string }) => `https://www.example.gov.cn/s/7?d=${id}`,
  };
  const worker = createWorker({ ...parts, isLive: async () => true, random: () => 0, owner: hostOwner('host-a') });
  const restart = () =>
    createAftercare({ ...parts, watches: [{ channel: 'wechat', days: 30, everyHours: 24 }], owner: 'host-a' });
  const publish = async (...posts: string[]) => {
    for (const postId of posts) {
      await store.create({
        campaignId: 'c',
        postId,
        channel: 'wechat',
        releaseId: `r-${postId}`,
        plannedAt: clock.now(),
        misfire: 'late',
        misfireWindow: 60,
      });
    }
    await worker.drain(new Date(clock.now().getTime() + 60_000));
    asked.length = 0;
  };
  const states = async () => (await store.list({})).map((d) => d.state).sort();
  const one = async () => {
    const [found] = await store.list({});
    if (!found) throw new Error('nothing there');
    return found;
  };
  return { clock, store, events, worker, restart, tick: restart(), publish, states, one, asked };
}

test.each([
  [5, 'account', '本号删除'],
  [6, 'platform', '封禁'],
] as const)('状态 %d 过后一看就知道：等人工、有警报，绝不自己重发', async (status, by, word) => {
  platform.change({ laterStatus: { status, afterMs: 25 * hour } });
  await bench.publish('p1');
  bench.clock.advance(24 * hour);
  expect(await bench.tick()).toBe(0);
  bench.clock.advance(24 * hour);
  expect(await bench.tick()).toBe(1);
  expect(await bench.one()).toMatchObject({
    state: 'dead',
    nextAt: null,
    goneLater: by,
    note: expect.stringContaining(word),
    url: expect.stringContaining('/s/'),
  });
  expect((await bench.store.attempts((await bench.one()).id)).at(-1)).toMatchObject({
    kind: 'look',
    outcome: 'gone-later',
  });
  expect(await gauges(bench.store, bench.clock)).toMatchObject({ goneLater: 1, dead: 0 });
  await bench.worker.drain(new Date(bench.clock.now().getTime() + 48 * hour));
  expect(await bench.tick()).toBe(0);
  expect(platform.ledger()).toHaveLength(1);
});

test('平台说了就马上看，通知已在收件箱里，一次也不用问', async () => {
  await bench.publish('p1');
  const { publishId } = (await bench.one()).progress;
  const told = {
    kind: 'publish',
    key: `publish:${String(publishId)}:6`,
    at: bench.clock.now(),
    publishId: String(publishId),
    status: 6,
    articleId: null,
    articleUrl: null,
  } as const;
  await bench.events.add(toChannelEvent(told, 'another-account', bench.clock.now()));
  expect(await bench.tick()).toBe(0);
  await bench.events.add(toChannelEvent(told, 'wxdemo', bench.clock.now()));
  expect([await bench.tick(), bench.asked]).toEqual([1, []]);
});

test('一分钟一个渠道最多问一篇，一天之内不重问；重启以后也一样', async () => {
  await bench.publish('p1', 'p2', 'p3');
  await bench.tick();
  expect(bench.asked).toEqual([]);
  bench.clock.advance(25 * hour);
  for (let i = 0; i < 10; i += 1) await bench.tick();
  const questions = () => bench.asked.filter((path) => path.endsWith('freepublish/get')).length;
  expect(questions()).toBe(3);
  const again = bench.restart();
  await again();
  expect(questions()).toBe(4);
  bench.clock.advance(30 * 24 * hour);
  await bench.tick();
  expect(questions()).toBe(4);
});

test('问不到就当还在；人已登记过的不再说', async () => {
  platform.change({ laterStatus: { status: 6, afterMs: hour } });
  await bench.publish('p1');
  bench.clock.advance(25 * hour);
  platform.faults.add({ path: 'freepublish/get', mode: 'drop-before' });
  expect(await bench.tick()).toBe(0);
  expect(await bench.states()).toEqual(['confirmed']);
  bench.clock.advance(25 * hour);
  expect(await bench.tick()).toBe(1);
  const { id } = await bench.one();
  expect(await byHand(bench.store, bench.clock, id, 'resume', { by: '示例终审' })).toBe('state');
  expect(await byHand(bench.store, bench.clock, id, 'confirm', { by: '示例终审' })).toBe('done');
  bench.clock.advance(25 * hour);
  expect(await bench.tick()).toBe(0);
  expect(await bench.states()).toEqual(['confirmed']);
});

test('自己撤下的不算平台删的；被删以后才撤的，照样办结', async () => {
  platform.change({ laterStatus: { status: 5, afterMs: 25 * hour } });
  await bench.publish('p1', 'p2');
  const recall = (postId: string) =>
    applyRecalls({
      store: bench.store,
      clock: bench.clock,
      owner: 'host-a',
      orders: new Map([
        [
          `r-${postId}`,
          [
            {
              id: `w:${postId}`,
              kind: 'withdraw',
              reason: '事实有误',
              at: bench.clock.now(),
              deadline: '2027-03-18',
              correction: null,
            },
          ],
        ],
      ]),
    });
  await recall('p1');
  bench.clock.advance(48 * hour);
  for (let i = 0; i < 3; i += 1) await bench.tick();
  const by = async (postId: string) => (await bench.store.list({ postIds: [postId] }))[0];
  expect(await by('p1')).toMatchObject({ goneLater: null });
  expect(await by('p2')).toMatchObject({ state: 'dead', goneLater: 'account' });
  await recall('p2');
  await bench.worker.drain(new Date(bench.clock.now().getTime() + hour));
  expect([await by('p1'), await by('p2')]).toMatchObject([
    { state: 'withdrawn', recall: 'deleted' },
    { state: 'withdrawn', recall: 'deleted' },
  ]);
  expect(await gauges(bench.store, bench.clock)).toMatchObject({ goneLater: 0, dead: 0 });
});
