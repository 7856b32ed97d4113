import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { newDelivery } from '../../../campaigns/outbox/testing/fixtures.ts';
import { recordHeartbeat } from '../../../cms/ops/heartbeat.ts';
import { createDeliveryStore } from '../../../cms/store/payload-delivery-store.ts';
import { testCms, type TestCms } from '../../../cms/testing/test-cms.ts';
import { readSettings } from '../../settings/settings.ts';
import { startOps } from './start-ops.ts';
import { startReceiver } from './testing/post-office.ts';

let cms: TestCms;
beforeAll(async () => {
  cms = await testCms();
});
afterAll(() => cms.close());

it('figures of the real database on a port, and an alarm to the configured address; stopping ends both', async () => {
  const receiver = await startReceiver();
  await recordHeartbeat(cms.payload, new Date());
  const store = createDeliveryStore(cms.payload);
  await store.create(newDelivery());
  for (const { id } of await store.list({})) await store.patch(id, { state: 'dead', nextAt: null });
  const settings = readSettings({ ALARM_WEBHOOK_URL: receiver.url });
  const ops = await startOps({ payload: cms.payload, settings, close: async () => undefined }, systemClock, {
    ownSteps: () => ({}),
  });
  const server = createServer(
    (request, response) => void (ops.door(request, response) || response.writeHead(404).end()),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const text = await (await fetch(`${base}/metrics`)).text();
    expect(text).toMatch(/^chengxin_deliveries\{state="dead"\} 1$/m);
    expect(text).toMatch(/^chengxin_scheduler_heartbeat_age_seconds \d+$/m);
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
    while (receiver.bodies.length === 0) await new Promise((done) => setTimeout(done, 20));
    expect(receiver.bodies[0]).toMatchObject({
      subject: '【诚信广元】告警：推送等人工',
      alarms: [{ kind: 'begin', id: 'dead', count: 1 }],
    });
  } finally {
    await ops.stop();
    await new Promise((done) => server.close(done));
    await receiver.close();
  }
});
