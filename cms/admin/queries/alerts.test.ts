import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pauseChannel, resumeChannel } from '../../store/channel-pauses.ts';
import { createDeliveryStore } from '../../store/payload-delivery-store.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { lastHeartbeat, recordHeartbeat } from '../../ops/heartbeat.ts';
import { loadAlerts } from './alerts.ts';
import { loadOutgoing } from './outgoing.ts';
import { sampleDesk, type SampleDesk } from '../../testing/sample-desk.ts';
import { loadToday } from './today.ts';

let cms: TestCms;
let sample: SampleDesk;
const now = new Date();
const minutes = (n: number) => new Date(now.getTime() + n * 60_000);
const words = async (at = now, beat: Date | null = at) =>
  (await loadAlerts(cms.payload, at, beat)).alerts.map(({ word }) => word);

beforeAll(async () => {
  cms = await testCms();
  sample = await sampleDesk(cms.payload);
});
afterAll(() => cms.close());

describe('loadAlerts', () => {
  it('is silent when all is well', async () => {
    await sample.deliver('confirmed', minutes(-30));
    await sample.deliver('pending', minutes(30));
    await sample.deliver('pending', minutes(-5));
    expect(await loadAlerts(cms.payload, now, now)).toEqual({ alerts: [], overdue: 0 });
  });

  it('names what is unknown, refused, stuck or late, worst first, each with advice and one way on', async () => {
    await sample.deliver('dead', minutes(-60), { note: '截稿前等人工签收。' });
    const unknown = await sample.deliver('unknown', minutes(-20), { nextAt: minutes(4) });
    await sample.deliver('pending', minutes(-90));
    await sample.deliver('refused', minutes(-50), { note: '标题过长。', release: 1 });
    const { alerts, overdue } = await loadAlerts(cms.payload, now, now);
    expect(alerts.map(({ word }) => word)).toEqual(['结果未知', '被拒', '等人工', '逾期']);
    expect(overdue).toBe(1);
    expect(alerts[0]).toMatchObject({
      advice: expect.stringContaining('不要重发'),
      href: `/admin/ledger?state=unknown#d-${unknown}`,
    });
    expect(alerts[1]?.what).toContain('没有收《秤上的星（示例）》：标题过长。');
    expect(alerts[3]?.what).toContain('已晚1小时');
  });

  it('tells a copy that the platform took off later apart from one that never went out', async () => {
    const gone = await sample.deliver('dead', minutes(-600), {
      note: '文章已被平台封禁。',
      progress: { goneLater: 'platform' },
    });
    const { alerts } = await loadAlerts(cms.payload, now, now);
    expect(alerts.find(({ id }) => id === gone)).toMatchObject({
      word: '平台后来封禁',
      advice: expect.stringContaining('不会自己重发'),
      href: `/admin/ledger?state=dead#d-${gone}`,
    });
    await cms.payload.delete({ collection: 'deliveries', id: gone });
  });

  it('does not call late what waits for its paused channel', async () => {
    await pauseChannel(cms.payload, { channel: 'wechat', reason: '示例原因', by: '示例终审', at: now });
    expect(await words()).not.toContain('逾期');
    await resumeChannel(cms.payload, { channel: 'wechat', by: '示例终审', at: now });
    expect(await words()).toContain('逾期');
  });

  it('says when nobody is at the wheel', async () => {
    expect(await lastHeartbeat(cms.payload)).toBeNull();
    await recordHeartbeat(cms.payload, minutes(-6));
    const beat = await lastHeartbeat(cms.payload);
    expect(beat).toEqual(minutes(-6));
    expect(await words(now, beat)).toContain('推送停了');
    expect(await words(now, minutes(-2))).not.toContain('推送停了');
  });

  it('warns before the site has been silent for two weeks', async () => {
    expect(await words(minutes(9 * 1440))).not.toContain('快要断更');
    expect(await words(minutes(11 * 1440))).toContain('快要断更');
    expect(await words(minutes(15 * 1440))).toContain('已经断更');
  });

  it('does not forget copies that are to be taken back, and says when it is late', async () => {
    const id = await sample.deliver('confirmed', minutes(-40), { channel: 'weibo', release: 1 });
    const store = createDeliveryStore(cms.payload);
    const recalled = async (patch: Parameters<typeof store.patch>[1]) => {
      await store.patch(id, patch);
      return (await loadAlerts(cms.payload, now, now)).alerts.find((alert) => alert.id === id);
    };
    expect(await recalled({ recall: 'running', recallBy: minutes(60) })).toMatchObject({
      word: '撤回未完',
      href: `/admin/ledger?state=recall#d-${id}`,
    });
    expect(await recalled({ recall: 'person', recallBy: minutes(-1) })).toMatchObject({
      word: '撤回逾期',
      advice: expect.stringContaining('已从平台撤下'),
    });
    expect(await recalled({ recall: 'deleted' })).toBeUndefined();
  });
});

it('今天发出 holds the civil day in China, in order', async () => {
  const day = new Date('2027-03-01T02:00:00Z');
  for (const at of [
    '2027-02-28T15:59:59Z',
    '2027-02-28T16:00:00Z',
    '2027-03-01T15:59:00Z',
    '2027-03-01T16:00:00Z',
    '2027-03-01T01:00:00Z',
  ])
    await sample.deliver('pending', new Date(at));
  expect((await loadOutgoing(cms.payload, day)).map(({ plannedAt }) => plannedAt.toISOString())).toEqual([
    '2027-02-28T16:00:00.000Z',
    '2027-03-01T01:00:00.000Z',
    '2027-03-01T15:59:00.000Z',
  ]);
});

it('loadToday puts the page together', async () => {
  const today = await loadToday(cms.payload, sample.desk.signer, new Date('2026-12-04T01:00:00Z'));
  expect(today.day).toBe('2026-12-04');
  expect(today.occasions.map(({ slug }) => slug)).toContain('constitution-day');
});
