import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Clock } from '../../../ports/clock.ts';
import { systemClock } from '../../../ports/clock.ts';
import { outcomeOfEvent } from '../callback/outcome-of-event.ts';
import { startReceiver, type Receiver } from '../callback/testing/receiver.ts';
import { sampleAssets } from '../../testing/assets.ts';
import { Copy } from '../../testing/copy.ts';
import { testClock, type TestClock } from '../../testing/test-clock.ts';
import { createWechatChannel } from '../wechat-channel.ts';
import { startWechatEmulator, type WechatEmulator } from './server.ts';
import type { ProfileInput } from './profile.ts';

const keyA = 'A'.repeat(43);
const keyB = 'B'.repeat(43);
const token = 'demo-callback';

let clock: TestClock;
let aesKeys: string[];
let receiver: Receiver;
let platform: WechatEmulator;
beforeEach(async () => {
  clock = testClock();
  aesKeys = [keyA];
  receiver = await startReceiver(() => ({ token, appId: 'wxdemo', aesKeys }), clock);
  platform = await startWechatEmulator({ port: 0, clock });
  register({});
});
afterEach(async () => {
  await platform.close();
  await receiver.close();
});

const register = (change: Partial<NonNullable<ProfileInput['callback']>>) =>
  platform.change({ callback: { url: receiver.url, token, aesKey: keyA, ...change } });

const open = (on: Clock = clock, send: 'publish' | 'mass' = 'publish') =>
  createWechatChannel(
    { id: 'wechat', name: '微信公众号', send, apiBase: platform.url, appId: 'wxdemo', appSecret: 'demo-secret' },
    { clock: on, assets: sampleAssets() },
  );
/** Submits one story, and lets the platform finish it. */
const publish = async (id: string) => {
  const copy = new Copy(clock, id);
  await copy.step(open());
  clock.advance(300);
  return copy;
};

test.each([
  ['加密', keyA],
  ['明文', null],
])('发布完成后通知（%s）', async (_how, aesKey) => {
  aesKeys = aesKey ? [aesKey] : [];
  register({ aesKey });
  const copy = await publish('d1');
  expect(await platform.callbacks()).toEqual([{ event: 'PUBLISHJOBFINISH', status: 200, answer: 'success' }]);
  const row = platform.ledger()[0];
  expect(receiver.events).toMatchObject([
    { kind: 'publish', publishId: copy.progress.publishId, status: 0, articleId: row?.id, articleUrl: row?.url },
  ]);
  const looked = await copy.run(open);
  expect(outcomeOfEvent(receiver.events[0]!)).toMatchObject({ ...looked, note: expect.any(String) });
});

test('审核不过也通知，与查询所得一致', async () => {
  platform.change({ publishStatus: 4 });
  const copy = await publish('d1');
  await platform.callbacks();
  expect(outcomeOfEvent(receiver.events[0]!)).toEqual(await copy.run(open));
});

describe('不顺的时候', () => {
  test('丢了：不来，查询照样有结果', async () => {
    register({ lost: 1 });
    const copy = await publish('d1');
    await platform.callbacks();
    expect(receiver.answers).toEqual([]);
    expect(await copy.run(open)).toMatchObject({ kind: 'confirmed' });
    await publish('d2');
    await platform.callbacks();
    expect(receiver.events).toHaveLength(1);
  });

  test('来两次：编号相同', async () => {
    register({ doubled: 1 });
    await publish('d1');
    await platform.callbacks();
    expect(receiver.events.map((e) => e.key)).toEqual([receiver.events[0]?.key, receiver.events[0]?.key]);
    await platform.callbacks();
    expect(receiver.events).toHaveLength(2);
  });

  test('乱了次序：后发的先到', async () => {
    register({ reordered: true });
    platform.change({ publishMs: 5_000 });
    const copies = [new Copy(clock, 'd1'), new Copy(clock, 'd2')];
    for (const copy of copies) await copy.step(open());
    clock.advance(10_000);
    await platform.callbacks();
    expect(receiver.events.map((e) => e.kind === 'publish' && e.publishId)).toEqual(
      copies.toReversed().map((c) => c.progress.publishId),
    );
  });

  test('比接口的回答先到', async () => {
    register({ early: true });
    platform.faults.hold({ path: 'freepublish/submit' });
    const copy = new Copy(clock, 'd1');
    const step = copy.step(open());
    while (platform.faults.held().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(receiver.events).toMatchObject([{ kind: 'publish', status: 0 }]);
    expect(copy.progress.publishId).toBeUndefined();
    platform.faults.release();
    await step;
    expect(copy.progress.publishId).toBe(receiver.events[0]?.kind === 'publish' && receiver.events[0].publishId);
  });

  test('签名是假的：不认，平台再试三次仍不认', async () => {
    register({ badSignature: 1 });
    await publish('d1');
    await platform.callbacks();
    expect(receiver.answers).toEqual([403, 403, 403, 403]);
    expect(receiver.events).toEqual([]);
  });

  test('没有人听：试完为止，不耽误发布', async () => {
    await receiver.close();
    const copy = await publish('d1');
    expect(await platform.callbacks()).toEqual(
      Array(4).fill({ event: 'PUBLISHJOBFINISH', status: null, answer: null }),
    );
    expect(await copy.run(open)).toMatchObject({ kind: 'confirmed' });
    receiver = await startReceiver(() => ({ token, appId: 'wxdemo', aesKeys }), clock);
  });
});

test('换密钥：先在本方加上新的，平台再换，最后去掉旧的，一条也不丢', async () => {
  const said: (number | undefined)[] = [];
  const once = async (id: string) => {
    await publish(id);
    await platform.callbacks();
    said.push(receiver.answers.at(-1));
  };
  await once('d1');
  aesKeys = [keyB, keyA];
  await once('d2');
  register({ aesKey: keyB });
  await once('d3');
  aesKeys = [keyB];
  await once('d4');
  register({ aesKey: keyA });
  await once('d5');
  expect(said).toEqual([200, 200, 200, 200, 400]);
  expect(receiver.events).toHaveLength(4);
});

describe('群发', () => {
  test('受理后通知，带文章网址', async () => {
    const copy = new Copy(clock, 'd1');
    await copy.step(open(clock, 'mass'));
    await platform.callbacks();
    expect(receiver.events).toMatchObject([
      { kind: 'mass', msgId: copy.progress.massId, sent: true, articleUrl: platform.ledger()[0]?.url },
    ]);
    expect(outcomeOfEvent(receiver.events[0]!)).toMatchObject({ kind: 'confirmed', externalId: copy.progress.massId });
  });

  test('没有成功：说出平台给的原因，什么也没有发出', async () => {
    platform.change({ massStatus: 'err(30003)' });
    await new Copy(clock, 'd1').step(open(clock, 'mass'));
    await platform.callbacks();
    expect(outcomeOfEvent(receiver.events[0]!)).toMatchObject({
      kind: 'refused',
      note: expect.stringContaining('err(30003)'),
    });
    expect(platform.ledger()).toEqual([]);
  });
});

test('真实时间里没有人催，也会通知', async () => {
  const live = await startReceiver(() => ({ token, appId: 'wxdemo', aesKeys }), systemClock);
  await platform.close();
  platform = await startWechatEmulator({
    port: 0,
    clock: systemClock,
    profile: { publishMs: 50, callback: { url: live.url, token, aesKey: keyA } },
  });
  await new Copy(clock, 'd1').step(open(systemClock));
  while (live.events.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(live.events).toHaveLength(1);
  await live.close();
});
