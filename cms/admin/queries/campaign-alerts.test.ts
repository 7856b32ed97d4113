import { afterAll, beforeAll, expect, it } from 'vitest';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { loadCampaignAlerts } from './campaign-alerts.ts';
import { loadProposals } from './proposals.ts';
import { sampleDesk, type SampleDesk } from '../../testing/sample-desk.ts';

let cms: TestCms;
let sample: SampleDesk;
const on = (day: string) => loadCampaignAlerts(cms.payload, new Date(`${day}T08:00:00+08:00`));
const update = (data: object) => cms.payload.update({ collection: 'campaigns', id: sample.campaignId, data });

beforeAll(async () => {
  cms = await testCms();
  sample = await sampleDesk(cms.payload);
  await update({
    leadUnit: '示例局',
    tasks: [
      { name: '海报印制', offsetDays: -7, unit: '示例印刷所' },
      { name: '方案报批', offsetDays: -30 },
      { name: '总结报送', offsetDays: 15 },
    ],
  });
});
afterAll(() => cms.close());

it('tells overdue tasks with their day and unit, the oldest first', async () => {
  expect((await on('2026-12-01')).map(({ what }) => what)).toEqual([
    '“宪法日”的方案报批应于11月4日办结（示例局），已晚27天。',
    '“宪法日”的海报印制应于11月27日办结（示例印刷所），已晚4天。',
  ]);
});

it('on the day itself nothing is overdue', async () => {
  expect(await on('2026-11-04')).toEqual([]);
});

it('goes away when the task is done', async () => {
  await update({ tasks: [{ name: '海报印制', offsetDays: -7, doneOn: '2026-11-30' }] });
  expect(await on('2026-12-01')).toEqual([]);
});

it('a draft whose day is past, and what ended long ago, are quiet', async () => {
  await update({ tasks: [{ name: '总结报送', offsetDays: 15 }] });
  expect(await on('2026-12-25')).toHaveLength(1);
  expect(await on('2027-03-01')).toEqual([]);
  await update({ state: 'draft' });
  expect(await on('2026-12-25')).toEqual([]);
  await update({ state: 'confirmed', tasks: [] });
});

it('tells of a post that nears its time without a story, and that it will not go out', async () => {
  await cms.payload.create({
    collection: 'posts',
    data: {
      campaign: sample.campaignId,
      label: '预告',
      slug: 'preview',
      channels: ['weibo'],
      anchor: 'start',
      offsetDays: -1,
      time: '09:00',
      misfire: 'late',
      misfireWindow: 60,
    } as never,
  });
  expect(await on('2026-11-18')).toEqual([]);
  const [alert] = await on('2026-12-02');
  expect(alert?.what).toBe('“宪法日”排在明天 09:00的预告还没有选定稿件。');
  expect(alert?.advice).toContain('不会发出');
});

it('proposals are listed until somebody confirms them', async () => {
  const { id } = await cms.payload.create({
    collection: 'campaigns',
    data: {
      title: '宪法日',
      slug: 'constitution',
      theme: '示例',
      standfirst: '示例',
      occasion: 'constitution-day',
      year: 2027,
      state: 'draft',
      origin: 'proposed',
      phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
    } as never,
  });
  expect(await loadProposals(cms.payload, 2026)).toEqual([{ id, title: '宪法日', year: 2027 }]);
  await cms.payload.update({ collection: 'campaigns', id, data: { state: 'confirmed' } });
  expect(await loadProposals(cms.payload, 2026)).toEqual([]);
});
