import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadWorkdays } from '../../../campaigns/calendar/load-workdays.ts';
import { createDeliveryStore } from '../../store/payload-delivery-store.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { loadAlerts } from './alerts.ts';
import { passedSteps } from './recall-alerts.ts';
import { sampleDesk, type SampleDesk } from '../../testing/sample-desk.ts';

let cms: TestCms;
let sample: SampleDesk;
beforeAll(async () => {
  cms = await testCms();
  sample = await sampleDesk(cms.payload);
});
afterAll(() => cms.close());

const at = (day: string) => new Date(`${day}T10:00:00+08:00`);
const steps = [1, 3, 7];

it('counts working days from the day after the decision; weekends and holidays do not count, make-up days do', async () => {
  const workdays = await loadWorkdays(process.cwd());
  const passed = (decided: string, now: string) => passedSteps(at(decided), at(now), steps, workdays);
  // 2026-06-12 is a Friday.
  expect(passed('2026-06-12', '2026-06-12')).toEqual([]);
  expect(passed('2026-06-12', '2026-06-15')).toEqual([]);
  expect(passed('2026-06-12', '2026-06-16')).toEqual([1]);
  expect(passed('2026-06-12', '2026-06-17')).toEqual([1]);
  expect(passed('2026-06-12', '2026-06-18')).toEqual([1, 3]);
  // National Day: 1 to 7 October are off, Saturday the 10th is made up for.
  expect(passed('2026-09-30', '2026-10-08')).toEqual([]);
  expect(passed('2026-09-30', '2026-10-11')).toEqual([1, 3]);
  expect(passedSteps(null, at('2026-06-18'), steps, workdays)).toEqual([]);
});

it('grows louder after one, three and seven working days, and ends with the recall', async () => {
  const id = await sample.deliver('confirmed', at('2026-06-12'), { channel: 'press' });
  const store = createDeliveryStore(cms.payload);
  await store.patch(id, {
    recall: 'no-receipt',
    recallOrder: 'w:1',
    recallAt: at('2026-06-12'),
    recallBy: new Date('2026-06-17T23:59:59.999+08:00'),
  });
  const alert = async (day: string) =>
    (await loadAlerts(cms.payload, at(day), at(day))).alerts.find((a) => a.id === id);
  expect(await alert('2026-06-12')).toMatchObject({
    word: '撤回未完',
    what: expect.stringContaining('现在未回执'),
    advice: expect.stringMatching(/^通知已经给了对方/),
  });
  expect((await alert('2026-06-16'))?.advice).toMatch(/^已过1个工作日，请今天催办/);
  expect(await alert('2026-06-18')).toMatchObject({
    word: '撤回逾期',
    shape: 'refused',
    advice: expect.stringMatching(/^已过3个工作日，请报终审人/),
  });
  expect((await alert('2026-07-01'))?.advice).toMatch(/^已过7个工作日，请报单位负责人/);
  await store.patch(id, { recallOrder: 'c:1', recall: 'person' });
  expect(await alert('2026-06-12')).toMatchObject({
    word: '更正未完',
    advice: expect.stringContaining('登记“已更正”'),
  });
  await store.patch(id, { recall: 'corrected' });
  expect(await alert('2026-07-01')).toBeUndefined();
});
