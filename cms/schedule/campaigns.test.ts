import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gather } from '../../campaigns/bulkhead/stuck.ts';
import type { OccasionDay } from '../../campaigns/calendar/occasion-days.ts';
import { draft } from '../testing/story.ts';
import { person } from '../testing/people.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { loadCampaigns } from './campaigns.ts';
import { readNotices } from './notices.ts';

let cms: TestCms;
let story: string;
beforeAll(async () => {
  cms = await testCms();
  story = (await draft(cms.payload, await person(cms.payload, 'author'), { title: '一杆老秤（示例）' })).id;
});
afterAll(() => cms.close());

const day = (slug: string, start: string, end = start, state: 'confirmed' | 'proposed' = 'confirmed') =>
  ({ slug, title: '示例节点', start, end, state }) as unknown as OccasionDay;
let count = 0;
const campaign = async (year: number, more: object = {}) =>
  (
    await cms.payload.create({
      collection: 'campaigns',
      depth: 0,
      data: {
        slug: `c${(count += 1)}`,
        year,
        title: `活动${count}`,
        theme: '主题',
        standfirst: '一句话',
        occasion: 'quality-month',
        phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
        ...more,
      } as never,
    })
  ).id;
const post = (of: string, more: object = {}) =>
  cms.payload.create({
    collection: 'posts',
    depth: 0,
    data: { campaign: of, label: '当天', slug: `p${(count += 1)}`, channels: ['wechat'], ...more } as never,
  });
const load = (year: number, ...days: OccasionDay[]) => loadCampaigns(cms.payload, year, days);

describe('the phases of a campaign', () => {
  it.each<[string, [number, number], string, [string, string, string]]>([
    ['before it', [-7, -1], '2033-09-30', ['2033-08-25', '2033-08-31', 'before']],
    ['on its first day', [0, 0], '2033-09-30', ['2033-09-01', '2033-09-01', 'main']],
    ['into it', [-3, 0], '2033-09-30', ['2033-08-29', '2033-09-01', 'main']],
    // What follows a month that has not ended is still in it.
    ['after its first day, in it', [1, 3], '2033-09-30', ['2033-09-02', '2033-09-04', 'main']],
    ['after a single day', [1, 3], '2033-09-01', ['2033-09-02', '2033-09-04', 'after']],
    ['over the end of the year', [100, 130], '2033-09-01', ['2033-12-10', '2034-01-09', 'after']],
  ])('%s', async (_, [startOffset, endOffset], end, [from, to, part]) => {
    const id = await campaign(2033, { phases: [{ name: '阶段', startOffset, endOffset }] });
    const found = (await load(2033, day('quality-month', '2033-09-01', end))).find((one) => one.id === id);
    expect(found?.phases).toEqual([{ name: '阶段', start: from, end: to, part }]);
    await cms.payload.delete({ collection: 'campaigns', id });
  });
});

describe('what is planned in a year', () => {
  it('is dated from its occasion, or stands at a minute of its own; what has no story says so', async () => {
    const id = await campaign(2034);
    await post(id, { label: '回顾', story, anchor: 'end', offsetDays: 1, time: '08:30' });
    await post(id, { label: '预告', offsetDays: -3, time: '00:00' });
    await post(id, { label: '固定', story, at: '2034-09-05T02:00:00.000Z', offsetDays: -300, festive: true });
    const [found] = await load(2034, day('quality-month', '2034-09-01', '2034-09-30'));
    expect(
      found?.posts.map(({ at, festive, floating, storyId, title }) => [
        at.toISOString(),
        title,
        storyId === story,
        floating,
        festive,
      ]),
    ).toEqual([
      // Midnight in Beijing is the day before in London.
      ['2034-08-28T16:00:00.000Z', '预告（待定稿）', false, true, false],
      ['2034-09-05T02:00:00.000Z', '一杆老秤（示例）', true, false, true],
      ['2034-10-01T00:30:00.000Z', '一杆老秤（示例）', true, true, false],
    ]);
  });

  it('goes out only where both the day and the campaign are confirmed', async () => {
    const [draftId, sureId] = [await campaign(2035), await campaign(2035, { state: 'confirmed' })];
    const settled = async (state: 'confirmed' | 'proposed') =>
      new Map(
        (await load(2035, day('quality-month', '2035-09-01', '2035-09-30', state))).map((one) => [one.id, one.settled]),
      );
    expect([...(await settled('confirmed'))].toSorted()).toEqual(
      [
        [draftId, false],
        [sureId, true],
      ].toSorted(),
    );
    expect([...(await settled('proposed')).values()]).toEqual([false, false]);
  });

  it('is of that year, has a day, and is no rehearsal; the earliest stands first', async () => {
    await campaign(2036, { rehearsal: true });
    await campaign(2037);
    await campaign(2036, { occasion: 'constitution-day' });
    const late = await campaign(2036, { phases: [{ name: '延伸', startOffset: 9, endOffset: 9 }] });
    const early = await campaign(2036, { phases: [{ name: '预热', startOffset: -9, endOffset: -1 }] });
    expect((await load(2036, day('quality-month', '2036-09-01'))).map(({ id }) => id)).toEqual([early, late]);
    expect(await load(2036)).toEqual([]);
    expect(await load(2038, day('quality-month', '2038-09-01'))).toEqual([]);
  });

  it('is told without a post whose minute cannot be read, and the reader is told which', async () => {
    const id = await campaign(2039);
    const good = await post(id, { label: '好的' });
    const bad = await post(id, { label: '坏的' });
    await cms.payload.db.updateOne({ collection: 'posts', id: bad.id, data: { time: '25:99' } });
    const { value, stuck } = await gather(() => load(2039, day('quality-month', '2039-09-01')));
    expect(value[0]?.posts.map((one) => one.id)).toEqual([good.id]);
    expect(JSON.stringify(stuck)).toContain('排期“坏的”');
  });
});

it('a notice that has lost its day is told and left out; the others hold', async () => {
  const notice = (year: number, more: object = {}) =>
    cms.payload.create({
      collection: 'occasion-notices',
      data: {
        occasion: 'quality-month',
        year,
        start: `${year}-09-01`,
        end: `${year}-09-30`,
        docNo: `示例${year}号`,
        ...more,
      } as never,
    });
  await notice(2031);
  const broken = await notice(2032);
  // As rows of before days were texts have it: an instant.
  const old = await notice(2033);
  await cms.payload.db.updateOne({ collection: 'occasion-notices', id: broken.id, data: { start: '九月一日' } });
  await cms.payload.db.updateOne({
    collection: 'occasion-notices',
    id: old.id,
    data: { start: '2033-09-01T00:00:00.000Z' },
  });
  const { value, stuck } = await gather(() => readNotices(cms.payload));
  expect(value.map(({ end, start, year }) => [year, start, end]).toSorted()).toEqual([
    [2031, '2031-09-01', '2031-09-30'],
    [2033, '2033-09-01', '2033-09-30'],
  ]);
  expect(JSON.stringify(stuck)).toContain('节点通知“示例2032号”');
});
