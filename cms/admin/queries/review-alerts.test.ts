import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '../../../campaigns/calendar/civil-day.ts';
import { performReview } from '../../desk/perform.ts';
import { draft, newsroom, type Desk } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { loadMyWork } from './my-work.ts';
import { reviewAlerts } from './review-alerts.ts';

let cms: TestCms;
let desk: Desk;
beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
});
afterAll(() => cms.close());

const handIn = async (title: string, day: string, time: string) => {
  const { id } = await draft(cms.payload, desk.author, { title });
  await performReview(
    { payload: cms.payload, clock: { now: () => instantOf(day, time), sleep: () => Promise.resolve() } },
    { storyId: id, act: 'submit', person: desk.author, note: '' },
  );
  return id;
};

// 2026-06-15 is a Monday; seven working hours after 09:00 are over at 18:00.
it('reminds when a review is due, and again after one more working day', async () => {
  const id = await handIn('到期（示例）', '2026-06-15', '09:00');
  const told = async (day: string, time: string) =>
    (await reviewAlerts(cms.payload, instantOf(day, time)))
      .filter((alert) => alert.id === `review-${id}`)
      .map(({ word }) => word);
  expect(await told('2026-06-15', '17:59')).toEqual([]);
  expect(await told('2026-06-15', '18:00')).toEqual(['审签逾期']);
  expect(await told('2026-06-16', '17:59')).toEqual(['审签逾期']);
  expect(await told('2026-06-16', '18:00')).toEqual(['审签又催']);
  await performReview({ payload: cms.payload }, { storyId: id, act: 'return', person: desk.first, note: '缺来源' });
  expect(await told('2026-06-16', '18:00')).toEqual([]);
});

it("puts what is overdue on top of a reviewer's list, then what is due next", async () => {
  await handIn('后到期（示例）', '2026-06-17', '16:00');
  await handIn('先到期（示例）', '2026-06-16', '16:00');
  await handIn('已逾期（示例）', '2026-06-15', '09:00');
  const groups = await loadMyWork(cms.payload, {
    person: desk.first,
    now: instantOf('2026-06-17', '10:00'),
    campaigns: [],
    occasions: [],
  });
  expect(groups.find(({ name }) => name === '初审')?.tasks.map(({ title }) => title)).toEqual([
    '已逾期（示例）',
    '先到期（示例）',
    '后到期（示例）',
  ]);
});
