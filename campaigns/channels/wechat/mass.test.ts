import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Channel } from '../channel.ts';
import { civilDay } from '../../calendar/civil-day.ts';
import { sampleAssets } from '../testing/assets.ts';
import { Copy } from '../testing/copy.ts';
import { testClock, type TestClock } from '../testing/test-clock.ts';
import { startWechatEmulator, type WechatEmulator } from './emulator/server.ts';
import { clientMsgId } from './mass.ts';
import { createWechatChannel } from './wechat-channel.ts';

const hour = 3_600_000;
const sendall = 'message/mass/sendall';

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
const open = (): Channel => channel('mass');
const kinds = (copy: Copy) => copy.outcomes.map((o) => o.kind);

test('群发编号：同一推送总是同一个，恰好 32 字节，不同推送不同', () => {
  const long = '01980000-0000-7000-8000-000000000000-很长的编号';
  expect(clientMsgId(long)).toBe(clientMsgId(long));
  expect(Buffer.byteLength(clientMsgId(long))).toBe(32);
  expect(clientMsgId('d1')).toMatch(/^[0-9a-f]{32}$/);
  expect(clientMsgId('d1')).not.toBe(clientMsgId('d2'));
});

test('群发：受理后用同一编号核对，只发一次', async () => {
  const copy = new Copy(clock, 'd1');
  expect(await copy.run(open)).toMatchObject({ kind: 'confirmed', externalId: copy.progress.massId });
  expect(kinds(copy)).toEqual(['sent', 'confirmed']);
  expect(platform.ledger()).toMatchObject([{ by: 'mass', deliveryId: 'd1' }]);
});

describe('说不清是否执行', () => {
  test.each(['drop-after', 'bad-gateway', 'error-after'] as const)(
    '%s：用同一编号核对（45065），只有一次',
    async (mode) => {
      platform.faults.add({ path: sendall, mode });
      const copy = new Copy(clock, 'd1');
      expect(await copy.run(open)).toMatchObject({ kind: 'confirmed', externalId: '1000000001' });
      expect(kinds(copy)[0]).toBe('unknown');
      expect(platform.ledger()).toHaveLength(1);
    },
  );

  test('查询本身绝不群发：没有执行过的，查多少次都没有', async () => {
    platform.faults.add({ path: sendall, mode: 'drop-before' });
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    for (let i = 0; i < 5; i += 1) {
      await open().look(copy.job());
      clock.advance(hour);
    }
    expect(platform.ledger()).toEqual([]);
    expect(await copy.run(open)).toMatchObject({ kind: 'confirmed' });
    expect(platform.ledger()).toHaveLength(1);
  });

  test('核对太急（45066）：等一分钟', async () => {
    platform.faults.add({ path: sendall, mode: 'drop-after' });
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    platform.faults.add({ path: sendall, mode: 'error', errcode: 45066 });
    await copy.run(open);
    expect(copy.outcomes.flatMap((o) => ('lookAfter' in o ? [o.lookAfter] : [])).every((ms) => ms >= 60_000)).toBe(
      true,
    );
    expect(platform.ledger()).toHaveLength(1);
  });

  test('过了平台记得住的时间：不再重发，交给人；人核对后可以重新发送', async () => {
    platform.faults.add({ path: sendall, mode: 'drop-after' });
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    clock.advance(23 * hour);
    expect(await copy.run(open)).toMatchObject({ kind: 'blocked', note: expect.stringContaining('发表记录') });
    expect(platform.ledger()).toHaveLength(1);
  });

  test('受理之后隔得再久也不再发，仍算已发出', async () => {
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    clock.advance(48 * hour);
    expect(await copy.run(open)).toMatchObject({ kind: 'confirmed', note: expect.stringContaining('已受理') });
    expect(platform.ledger()).toHaveLength(1);
  });

  test('草稿不见了，上次又没有回音：请人核对，不当作没发', async () => {
    platform.faults.add({ path: sendall, mode: 'drop-after' });
    const copy = new Copy(clock, 'd1');
    await copy.step(open());
    platform.faults.add({ path: sendall, mode: 'error', errcode: 40007 });
    expect(await copy.run(open)).toMatchObject({ kind: 'blocked', note: expect.stringContaining('很可能已经群发') });
  });
});

describe('平台不让发', () => {
  test('次数用完：等到零点；再没有就是本月的，交给人', async () => {
    platform.change({ massQuota: { perMonth: 0 } });
    const copy = new Copy(clock, 'd1');
    expect(await copy.step(open())).toMatchObject({ kind: 'retry', after: 15 * hour + 300_000 });
    expect(await copy.step(open())).toMatchObject({ kind: 'blocked', note: expect.stringContaining('本月') });
    platform.change({ massQuota: {} });
    copy.next = 'send';
    expect(await copy.run(open)).toMatchObject({ kind: 'confirmed' });
  });

  test('订阅号一天一次：第二天发出', async () => {
    platform.change({ type: 'subscription' });
    await new Copy(clock, 'd1').run(open);
    const copy = new Copy(clock, 'd2');
    expect(await copy.run(open)).toMatchObject({ kind: 'confirmed' });
    expect(kinds(copy)[0]).toBe('retry');
    expect(platform.ledger().map((row) => civilDay(new Date(row.at)))).toEqual(['2027-03-15', '2027-03-16']);
  });

  test('管理员确认了：等到为止，只发一次', async () => {
    platform.change({ adminConfirm: true });
    const copy = new Copy(clock, 'd1');
    expect(await copy.step(open())).toMatchObject({
      kind: 'unknown',
      lookAfter: 300_000,
      note: expect.stringContaining('管理员'),
    });
    platform.change({ adminConfirm: false });
    expect(await copy.run(open)).toMatchObject({ kind: 'confirmed' });
    expect(platform.ledger()).toHaveLength(1);
  });

  test('管理员没有确认：半小时后交给人，没有发出', async () => {
    platform.change({ adminConfirm: true });
    const copy = new Copy(clock, 'd1');
    expect(await copy.run(open)).toMatchObject({ kind: 'blocked', note: expect.stringContaining('89505') });
    expect(copy.outcomes.filter((o) => o.kind === 'unknown').length).toBeLessThanOrEqual(7);
    expect(copy.progress.massAt).toBeNull();
    expect(platform.ledger()).toEqual([]);
  });

  test.each([
    [48021, 'blocked'],
    [41040, 'refused'],
    [45009, 'retry'],
    [45011, 'retry'],
  ] as const)('%d：%s，没有留下疑问', async (errcode, kind) => {
    platform.faults.add({ path: sendall, mode: 'error', errcode });
    const copy = new Copy(clock, 'd1');
    expect(await copy.step(open())).toMatchObject({ kind });
    expect(copy.progress.massAt).toBeNull();
  });
});

test('中途改了账号设置：先前怎么发的，还怎么核对', async () => {
  platform.faults.add({ path: sendall, mode: 'drop-after' });
  const mass = new Copy(clock, 'd1');
  await mass.step(channel('mass'));
  expect(await mass.run(() => channel('publish'))).toMatchObject({ kind: 'confirmed' });
  platform.faults.add({ path: 'freepublish/submit', mode: 'drop-after' });
  const published = new Copy(clock, 'd2');
  await published.step(channel('publish'));
  expect(await published.run(() => channel('mass'))).toMatchObject({ kind: 'confirmed' });
  expect(platform.ledger().map((row) => [row.deliveryId, row.by])).toEqual([
    ['d1', 'mass'],
    ['d2', 'publish'],
  ]);
});
