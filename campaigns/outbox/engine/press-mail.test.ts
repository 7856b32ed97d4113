import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPressChannel } from '../../channels/press/press-channel.ts';
import { startSmtp, type TestSmtp } from '../../channels/press/testing/smtp-server.ts';
import { sampleAssets } from '../../channels/testing/assets.ts';
import { sampleRelease } from '../../channels/testing/release.ts';
import { byHand } from '../hands/by-hand.ts';
import { createManualClock } from './manual-clock.ts';
import { createMemoryStore } from '../journal/memory-store.ts';
import { recordOutletReceipt } from '../hands/outlet-receipt.ts';
import { later, newDelivery, start } from '../testing/fixtures.ts';
import { createWorker } from './worker.ts';

let server: TestSmtp;
beforeEach(async () => void (server = await startSmtp()));
afterEach(() => server.close());

/** One delivery by mail whose connection breaks once the server has the whole message, then a day of the worker. */
async function doubtful() {
  const clock = createManualClock(start);
  const store = createMemoryStore();
  const channel = createPressChannel(
    {
      id: 'press',
      name: '广元日报',
      outlet: '广元日报（示例）',
      dir: '/nonexistent',
      contact: { desk: '示例', phone: '0839-0000000', email: 'cx@city.example' },
      deliver: { by: 'smtp', to: 'desk@press.example' },
    },
    { clock, assets: sampleAssets() },
    { smtp: { url: server.url, from: 'cx@city.example' } },
  );
  const worker = createWorker({
    store,
    clock,
    channels: new Map([['press', channel]]),
    releases: async (id) => sampleRelease({ id }),
    isLive: async () => true,
    linkFor: (d) => `https://cx.example.gov.cn/s/123?d=${d.id}`,
  });
  await store.create(newDelivery({ channel: 'press' }));
  server.cut('DATA', 'drop-after');
  await worker.drain(later(24 * 3_600_000));
  const row = async () => (await store.list({}))[0];
  return { clock, store, worker, row, id: (await row())?.id ?? '' };
}

test('没有回音的邮件：台账等人工，机器一天也不再寄', async () => {
  const { row, store, id } = await doubtful();
  expect(await row()).toMatchObject({ state: 'dead', nextAt: null, note: expect.stringContaining('请打电话问对方') });
  expect((await store.attempts(id)).map((a) => `${a.kind}:${a.outcome}`)).toEqual(['send:unknown', 'look:blocked']);
  expect(server.mails).toHaveLength(1);
});

test('人登记已发出：已确认，不再寄', async () => {
  const { clock, row, store, id, worker } = await doubtful();
  expect(await byHand(store, clock, id, 'confirm', { by: '示例终审' })).toBe('done');
  await worker.runDue();
  expect([(await row())?.state, server.mails.length]).toEqual(['confirmed', 1]);
});

test('人登记重新发送：再寄一封，编号相同', async () => {
  const { clock, row, store, id, worker } = await doubtful();
  expect(await byHand(store, clock, id, 'resume', { by: '示例终审' })).toBe('done');
  await worker.runDue();
  expect(await row()).toMatchObject({ state: 'confirmed', externalId: server.mails[0]?.messageId });
  expect(new Set(server.mails.map((mail) => mail.messageId)).size).toBe(1);
  expect(server.mails).toHaveLength(2);
});

test('对方用信里的网址回执：疑问就此了结', async () => {
  const { clock, row, store, id } = await doubtful();
  expect(await recordOutletReceipt(store, clock, { deliveryId: id, notice: null }, '广元日报（示例）', null)).toBe(
    true,
  );
  expect(await row()).toMatchObject({ state: 'confirmed', note: expect.stringContaining('已收到稿件') });
});
