import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createManualClock } from '../../campaigns/outbox/engine/manual-clock.ts';
import { loadWorkdays } from '../../campaigns/calendar/load-workdays.ts';
import { judge } from '../../campaigns/alarms/rules.ts';
import { newDelivery, start } from '../../campaigns/outbox/testing/fixtures.ts';
import { recordHeartbeat } from './heartbeat.ts';
import { createDeliveryStore } from '../store/payload-delivery-store.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { createAlarmMemory } from './alarm-memory.ts';
import { createFactReader, missingTables } from './read-facts.ts';
import { readGauges } from './read-gauges.ts';

let cms: TestCms;
beforeAll(async () => {
  cms = await testCms();
});
afterAll(() => cms.close());
const minutes = (n: number) => new Date(start.getTime() + n * 60_000);

describe('figures of a real database', () => {
  it('counts what is open, recalls with their deadlines, and the heartbeat', async () => {
    const clock = createManualClock(minutes(5));
    const store = createDeliveryStore(cms.payload);
    const state = async (postId: string, data: Record<string, unknown>) => {
      await store.create(newDelivery({ postId }));
      const [row] = await store.list({ postIds: [postId] });
      await cms.payload.db.updateOne({ collection: 'deliveries', id: row?.id ?? '', data });
    };
    await store.create(newDelivery({ postId: 'late' }));
    await store.create(newDelivery({ postId: 'soon', plannedAt: minutes(60) }));
    await state('dead', { state: 'dead', nextAt: null });
    await state('asked-back', {
      state: 'confirmed',
      nextAt: null,
      recall: 'person',
      recallBy: minutes(4).toISOString(),
    });
    await state('going-back', {
      state: 'confirmed',
      nextAt: null,
      recall: 'running',
      recallBy: minutes(400).toISOString(),
    });
    await state('back', { state: 'confirmed', nextAt: null, recall: 'deleted', recallBy: minutes(4).toISOString() });
    await recordHeartbeat(cms.payload, start);
    expect(await readGauges(cms.payload, clock)).toMatchObject({
      overdue: 1,
      overdueOldestSeconds: 300,
      dead: 1,
      pendingNext24h: 1,
      recallsOpen: 2,
      recallsOverdue: 1,
      heartbeatAgeSeconds: 300,
    });
    const read = createFactReader(cms.payload, {
      clock,
      watchingSince: start,
      weiboTokenExpires: '2026-06-20',
      holdStarter: false,
    });
    expect(judge(await read(), { unknownMinutes: 30 }).map((a) => a.id)).toEqual([
      'scheduler-silent',
      'overdue',
      'recall-deadline',
      'dead',
      'token-expiry',
    ]);
  });
});

describe('what was told', () => {
  it('comes back as it was, each way apart, and nothing is nothing', async () => {
    const memory = createAlarmMemory(cms.payload);
    const told = {
      dead: { since: start.toISOString(), toldAt: minutes(1).toISOString(), toldMeasure: 2, title: '推送等人工' },
    };
    await memory.write('mail', told);
    expect([await memory.read('mail'), await memory.read('webhook')]).toEqual([told, {}]);
    await cms.payload.kv.set('alarms.told.webhook', { dead: '别人写的' });
    expect(await memory.read('webhook')).toEqual({});
  });

  it('each minute belongs to one of all who ask, and old minutes leave no rows', async () => {
    const memories = Array.from({ length: 8 }, () => createAlarmMemory(cms.payload));
    for (const minute of [1, 2, 3]) {
      const answers = await Promise.all(memories.map((m) => m.takeMinute(minutes(minute))));
      expect(answers.filter(Boolean)).toHaveLength(1);
    }
    const { docs } = await cms.payload.db.find<{ key: string }>({
      collection: 'payload-kv',
      where: { key: { like: 'alarms.minute.' } },
      pagination: false,
    });
    expect(docs).toHaveLength(1);
    expect(await memories[0]?.takeMinute(minutes(3))).toBe(false);
  });
});

it('asks for next year’s working days a month ahead', async () => {
  const workdays = await loadWorkdays(process.cwd());
  expect(missingTables(workdays, new Date('2026-06-14T12:00:00+08:00'))).toEqual([]);
  expect(missingTables(workdays, new Date('2036-12-14T12:00:00+08:00'))).toEqual([2036, 2037]);
});
