import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPressChannel } from '../../../campaigns/channels/press/press-channel.ts';
import { receiptKey } from '../../../campaigns/channels/press/receipt/link.ts';
import { sampleAssets } from '../../../campaigns/channels/testing/assets.ts';
import { sampleRelease } from '../../../campaigns/channels/testing/release.ts';
import { createManualClock } from '../../../campaigns/outbox/engine/manual-clock.ts';
import { createMemoryStore } from '../../../campaigns/outbox/journal/memory-store.ts';
import { applyRecalls } from '../../../campaigns/outbox/engine/recall/apply-recalls.ts';
import { ordersFor, withdrawal } from '../../../campaigns/outbox/engine/recall/testing/orders.ts';
import { newDelivery, start } from '../../../campaigns/outbox/testing/fixtures.ts';
import { createWorker } from '../../../campaigns/outbox/engine/worker.ts';
import { pressHook } from './press-hook.ts';

let dir: string;
beforeEach(async () => void (dir = await mkdtemp(join(tmpdir(), 'receipt-'))));
afterEach(() => rm(dir, { recursive: true }));

/** The whole way: the worker hands over, the outlet opens the address in its letter and presses the button. */
test('从供稿到撤稿，每份信里的网址都能回执，台账跟着变', async () => {
  const clock = createManualClock(start);
  const store = createMemoryStore();
  const key = receiptKey('a secret of the test');
  const contact = { desk: '示例', phone: '0839-0000000', email: 'cx@city.example' };
  const outlet = '广元日报（示例）';
  const channel = createPressChannel(
    { id: 'press', name: '广元日报', outlet, dir, contact },
    { clock, assets: sampleAssets() },
    { receipts: { siteUrl: 'https://cx.example.gov.cn', key } },
  );
  const worker = createWorker({
    store,
    clock,
    channels: new Map([['press', channel]]),
    releases: async (id) => sampleRelease({ id }),
    isLive: async () => true,
    linkFor: (d) => `https://cx.example.gov.cn/s/123?d=${d.id}`,
  });
  const hook = pressHook({
    key,
    store,
    releases: async (id) => sampleRelease({ id }),
    outlets: async () => new Map([['press', outlet]]),
    clock,
  });
  const ask = async (url: string, method = 'GET') => (await hook.handle(new Request(url, { method }))).text();
  const linkIn = async (ending: string, file: string) => {
    const folder = (await readdir(join(dir, 'press'))).find((name) => name.endsWith(ending)) ?? '';
    return (
      /https:\S+\/hooks\/press\/receipt\?\S+/.exec(await readFile(join(dir, 'press', folder, file), 'utf8'))?.[0] ?? ''
    );
  };
  const row = async () => (await store.list({}))[0];

  await store.create(newDelivery({ channel: 'press' }));
  await worker.runDue();
  const id = (await row())?.id ?? '';
  const arrived = await linkIn(`-${id}`, '审签单.txt');
  expect(await ask(arrived)).toContain('我已收到稿件');
  expect(await row()).toMatchObject({ state: 'confirmed', note: expect.stringContaining('收稿文件夹') });
  expect(await ask(arrived, 'POST')).toContain('已登记回执');
  expect(await row()).toMatchObject({
    state: 'confirmed',
    note: expect.stringContaining('广元日报（示例）回执：已收到稿件'),
  });

  await applyRecalls({ orders: ordersFor('r1', withdrawal()), store, clock, owner: 'tick' });
  await worker.runDue();
  expect(await row()).toMatchObject({ recall: 'no-receipt' });
  const handled = await linkIn('-撤稿', '撤稿通知.txt');
  expect(await ask(handled)).toContain('我已收到并处理');
  expect(await row()).toMatchObject({ recall: 'no-receipt' });
  expect(await ask(handled, 'POST')).toContain('已登记回执');
  expect(await row()).toMatchObject({ state: 'withdrawn', recall: 'deleted' });
  expect(await ask(handled.replace(id, 'other'), 'POST')).toContain('被改动过');
});
