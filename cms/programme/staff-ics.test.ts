import type { Payload } from 'payload';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { gather } from '../../campaigns/bulkhead/stuck.ts';
import { loadCampaignAlerts } from '../admin/queries/campaign-alerts.ts';
import { poison } from '../testing/poison.ts';
import { sampleDesk, type SampleDesk } from '../testing/sample-desk.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { loadProgramme } from './load-programme.ts';
import { staffIcs } from './staff-ics.ts';

let cms: TestCms;
let sample: SampleDesk;
let other: { id: string; tasks: { id: string }[]; post: string };
const now = new Date('2026-11-28T09:00:00+08:00');
const address = { adminUrl: 'https://desk.example', host: 'cx.example', siteName: '诚信示例' };

beforeAll(async () => {
  cms = await testCms();
  sample = await sampleDesk(cms.payload);
  await cms.payload.update({
    collection: 'campaigns',
    id: sample.campaignId,
    data: { tasks: [{ name: '稿件送审', offsetDays: -9 }] },
  });
  const row = await cms.payload.create({
    collection: 'campaigns',
    data: {
      title: '质量月',
      slug: 'quality',
      theme: '示例',
      standfirst: '示例',
      occasion: 'constitution-day',
      year: 2026,
      state: 'confirmed',
      phases: [{ name: '全月', startOffset: 0, endOffset: 29 }],
      tasks: [
        { name: '坏了的一项', offsetDays: -10 },
        { name: '还好的一项', offsetDays: -11 },
      ],
    } as never,
  });
  const post = await cms.payload.create({
    collection: 'posts',
    data: {
      campaign: row.id,
      story: sample.stories[1],
      label: '坏了的排期',
      slug: 'broken',
      channels: ['wechat'],
      anchor: 'start',
      offsetDays: 0,
      time: '10:00',
      misfire: 'late',
      misfireWindow: 60,
    } as never,
  });
  other = { id: row.id, tasks: (row.tasks ?? []).map(({ id }) => ({ id: id ?? '' })), post: post.id };
});
afterAll(() => cms.close());
beforeEach(async () => {
  // What the test before has broken is whole again.
  await poison(cms.payload, 'campaigns_tasks', other.tasks[0]?.id ?? '', 'offsetDays', -10);
  await poison(cms.payload, 'posts', other.post, 'time', '10:00');
  await poison(cms.payload, 'campaigns', other.id, 'createdAt', now.toISOString());
});

/** As the other store may hold it, which has no columns: the tasks of one campaign are no list. */
const withoutList = (): Payload =>
  Object.assign(Object.create(cms.payload) as Payload, {
    find: async (args: Parameters<Payload['find']>[0]) => {
      const found = await cms.payload.find(args);
      return { ...found, docs: found.docs.map((row) => (row.id === other.id ? { ...row, tasks: 5 } : row)) };
    },
  });

const feed = async (payload: Payload = cms.payload) => {
  const { value, stuck } = await gather(() => staffIcs(payload, now, address));
  const titles = [...value.replaceAll('\r\n ', '').matchAll(/^SUMMARY:(.+?)\r?$/gm)].map(([, title]) => title);
  return { titles: titles.sort(), stuck: stuck.map(({ title }) => title) };
};
const whole = [
  '任务 坏了的一项（质量月）',
  '任务 还好的一项（质量月）',
  '任务 稿件送审（宪法日）',
  '推送 信用报告怎么看（示例）',
  '推送 秤上的星（示例）',
].sort();
const without = (...words: string[]) => whole.filter((title) => !words.some((word) => title.includes(word)));

it('holds every task and push, and tells nothing while all rows are sound', async () => {
  expect(await feed()).toEqual({ titles: whole, stuck: [] });
});

it.each(['garbage', 1e12])('loses one task alone whose days are %s', async (value) => {
  await poison(cms.payload, 'campaigns_tasks', other.tasks[0]?.id ?? '', 'offsetDays', value);
  const { stuck, titles } = await feed();
  expect(titles).toEqual(without('坏了的一项'));
  expect(stuck).toEqual(['任务“坏了的一项”']);
});

it.each(['25:00', '早上'])('loses one push alone whose time is %s', async (time) => {
  await poison(cms.payload, 'posts', other.post, 'time', time);
  const { stuck, titles } = await feed();
  expect(titles).toEqual(without('秤上的星'));
  expect(stuck).toEqual(['排期“坏了的排期”']);
});

it('loses one campaign alone that cannot be read', async () => {
  await poison(cms.payload, 'campaigns', other.id, 'createdAt', 'garbage');
  const { stuck, titles } = await feed();
  expect(titles).toEqual(without('质量月', '秤上的星'));
  expect(stuck.length).toBeGreaterThan(0);
});

it('the page of the campaign opens and says how much is missing', async () => {
  expect((await loadProgramme(cms.payload, other.id, now))?.warnings).toEqual([]);
  await poison(cms.payload, 'campaigns_tasks', other.tasks[0]?.id ?? '', 'offsetDays', 'garbage');
  await poison(cms.payload, 'posts', other.post, 'time', '25:00');
  const found = await loadProgramme(cms.payload, other.id, now);
  expect(found?.tasks.map(({ name }) => name)).toEqual(['还好的一项']);
  expect(found?.schedule).toEqual([]);
  expect(found?.warnings).toEqual([
    '有1项任务的时限算不出来，没有列出：请在“分工”里核对它们的天数。',
    '有1条排期的时间读不出来，没有列出：请在“排期”里核对。',
  ]);
});

it('今日 still tells of the overdue tasks beside the broken one', async () => {
  await poison(cms.payload, 'campaigns_tasks', other.tasks[0]?.id ?? '', 'offsetDays', 'garbage');
  const told = (await loadCampaignAlerts(cms.payload, now)).filter(({ word }) => word === '任务逾期');
  expect(told.map(({ what }) => /的(.+?)应于/.exec(what)?.[1])).toEqual(['还好的一项', '稿件送审']);
});

it('a campaign whose tasks are no list loses its tasks alone, in the feed and on 今日', async () => {
  const { stuck, titles } = await feed(withoutList());
  expect(titles).toEqual(without('（质量月）'));
  expect(stuck).toEqual(['活动“质量月”']);
  const told = (await loadCampaignAlerts(withoutList(), now)).filter(({ word }) => word === '任务逾期');
  expect(told.map(({ what }) => /的(.+?)应于/.exec(what)?.[1])).toEqual(['稿件送审']);
});
