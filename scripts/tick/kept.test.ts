import { Registry } from 'prom-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '../../campaigns/calendar/civil-day.ts';
import { stepAlerts } from '../../cms/admin/queries/step-alerts.ts';
import { createNightly } from '../../cms/checking/nightly/create-nightly.ts';
import { runNight } from '../../cms/checking/nightly/nightly-run.ts';
import { patrol } from '../../cms/checking/nightly/patrol.ts';
import { loadNightlyTerms } from '../../cms/content/load-nightly-terms.ts';
import type { HealthFacts } from '../../cms/ops/health/facts.ts';
import { readSteps, writeSteps } from '../../cms/ops/step-memory.ts';
import { newsroom } from '../../cms/testing/story.ts';
import { testCms, type TestCms } from '../../cms/testing/test-cms.ts';
import { createHealthGauges } from '../start/ops/health-gauges.ts';
import { createTick } from './runner.ts';
import { compareListsStep } from './steps/compare-lists.ts';
import { nightlyStep } from './steps/nightly.ts';
import { loopScene, type LoopScene } from './testing/loop-scene.ts';

let cms: TestCms;
let scene: LoopScene;
beforeAll(async () => {
  cms = await testCms();
  scene = loopScene(cms.payload, await newsroom(cms.payload));
});
afterAll(() => cms.close());

it('what got stuck once in the night stands on 今日 and in /metrics by day, with since when and what to do, until it is mended', async () => {
  const { payload } = cms;
  let now = instantOf('2031-03-01', '02:40');
  const clock = { ...scene.clock, now: () => now };
  const bad = await scene.signed('夜里坏的（示例）');
  const model = await scene.nomination('坏的公司', { subject: 'unit', state: 'accepted', name: '  ' });
  const {
    docs: [release],
  } = await payload.find({ collection: 'releases', where: { id: { equals: bad.release } }, depth: 0 });
  await scene.poison('releases', bad.release, 'snapshot', 5);
  const nightly = createNightly({ payload, reader: scene.reader, clock, outside: null, log: () => undefined });
  const tick = createTick({
    steps: [
      nightlyStep(nightly),
      compareListsStep({ payload, clock, log: () => undefined }, { entries: async () => [] }),
    ],
    memory: { read: () => readSteps(payload), write: (states) => writeSteps(payload, states) },
    log: () => undefined,
  });
  const minute = async (at: Date) => {
    now = at;
    await tick.run(now);
    await tick.settled(600_000);
    // What runs aside is told with the next minute.
    await tick.run(now);
    await tick.settled(600_000);
    await tick.run(now);
    return readSteps(payload);
  };
  const begun = now;
  await minute(begun);
  const noon = instantOf('2031-03-01', '12:00');
  const states = await minute(noon);
  expect(states.nightly?.stuck).toMatchObject([{ item: `story ${bad.story}`, since: begun.toISOString() }]);
  expect(states['compare-lists']?.stuck).toMatchObject([{ item: `nomination ${model}`, since: begun.toISOString() }]);
  const alerts = await stepAlerts(payload);
  expect(alerts).toContainEqual(
    expect.objectContaining({
      what: expect.stringMatching(/从.*02:40.*卡在稿件《夜里坏的/),
      advice: expect.stringContaining('再查一次'),
      href: `/admin/collections/stories/${bad.story}`,
    }),
  );
  const register = new Registry();
  createHealthGauges(register)({ at: noon, steps: states, deaths: [] } as unknown as HealthFacts, []);
  expect(await register.metrics()).toMatch(/chengxin_stuck_items\{step="nightly"\} 1/);
  // Mended, and looked at again by a person: it is over with the next minute.
  await scene.poison('releases', bad.release, 'snapshot', release?.snapshot);
  const terms = await loadNightlyTerms(process.cwd());
  await runNight(
    payload,
    noon,
    terms.at,
    () => patrol({ payload, reader: scene.reader, terms, now: noon, outside: null }),
    true,
  );
  expect((await minute(new Date(noon.getTime() + 60_000))).nightly?.stuck).toEqual([]);
});

it('a night that failed as a whole counts as failing until one has gone through', async () => {
  const { payload } = cms;
  const at = instantOf('2031-03-02', '02:40');
  await expect(runNight(payload, at, '02:30', () => Promise.reject(new Error('名录读不出来。')))).rejects.toThrow(
    '名录读不出来',
  );
  const nightly = createNightly({
    payload,
    reader: scene.reader,
    clock: { ...scene.clock, now: () => new Date(at.getTime() + 60_000) },
    outside: null,
    log: () => undefined,
  });
  await expect(nightly.run()).rejects.toThrow('名录读不出来');
});
