import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../../campaigns/calendar/civil-day.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { loadCalendar } from './calendar.ts';
import { sampleDesk, type SampleDesk } from '../../testing/sample-desk.ts';

let cms: TestCms;
let sample: SampleDesk;
const now = instantOf('2026-12-04', '10:00');

beforeAll(async () => {
  cms = await testCms();
  sample = await sampleDesk(cms.payload);
});
afterAll(() => cms.close());

describe('loadCalendar', () => {
  it('draws the phases of a campaign and its posts on their days', async () => {
    const { campaigns, posts, unknown, weeks } = await loadCalendar(cms.payload, 2026, 12, now);
    const bars = weeks.flatMap(({ bars: own }) =>
      own.map(({ span, from, to }) => `${span.part} ${span.start} ${from}-${to}`),
    );
    expect(bars).toEqual([
      'before 2026-11-27 0-3',
      'after 2026-12-05 5-6',
      'main 2026-12-04 4-4',
      'after 2026-12-05 0-0',
    ]);
    const friday = weeks.flatMap(({ days }) => days).find(({ day }) => day === '2026-12-04');
    expect(friday).toMatchObject({
      today: true,
      weekend: false,
      posts: [{ title: '信用报告怎么看（示例）', unknown: false }],
    });
    expect(friday?.occasions.map(({ slug }) => slug)).toContain('constitution-day');
    expect([posts, unknown, campaigns[0]?.posts]).toEqual([1, 0, 1]);
  });

  it('marks a post with a copy nobody knows the fate of', async () => {
    await sample.deliver('unknown', now);
    expect((await loadCalendar(cms.payload, 2026, 12, now)).unknown).toBe(1);
  });

  it('asks for a decision on what waits for a notice, until the notice is entered', async () => {
    const data = {
      title: '宪法周',
      slug: 'week',
      theme: '说到做到',
      standfirst: '说到做到',
      occasion: 'constitution-week',
      year: 2027,
      state: 'confirmed',
      phases: [{ name: '本周', startOffset: 0, endOffset: 6 }],
    };
    const { id } = await cms.payload.create({ collection: 'campaigns', data: data as never });
    await cms.payload.create({
      collection: 'posts',
      data: {
        campaign: id,
        story: sample.stories[0],
        label: '第一天',
        slug: 'w',
        channels: ['wechat'],
        anchor: 'start',
        offsetDays: 0,
        time: '09:00',
        misfire: 'late',
        misfireWindow: 60,
      } as never,
    });
    const waiting = async () =>
      (await loadCalendar(cms.payload, 2026, 12, now)).conflicts
        .filter(({ kind }) => kind === 'unconfirmed')
        .map(({ occasion }) => occasion);
    expect(await waiting()).toEqual(['constitution-week']);
    await cms.payload.create({
      collection: 'occasion-notices',
      data: {
        occasion: 'constitution-week',
        year: 2027,
        start: '2027-12-01',
        end: '2027-12-07',
        docNo: '示例〔2027〕1号',
      } as never,
    });
    expect(await waiting()).toEqual([]);
  });

  it('knows of an occasion with two dates, and where to find the post to be moved', async () => {
    const { conflicts } = await loadCalendar(cms.payload, 2026, 6, new Date('2026-01-05T01:00:00Z'));
    expect(conflicts.find(({ kind }) => kind === 'two-dates')?.message).toMatch(/网络诚信宣传日.*7月5日.*6月12日/);
    const rival = await cms.payload.create({
      collection: 'campaigns',
      data: {
        title: '另一活动',
        slug: 'rival',
        theme: '说到做到',
        standfirst: '说到做到',
        occasion: 'constitution-day',
        year: 2026,
        state: 'confirmed',
        phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
      } as never,
    });
    await cms.payload.create({
      collection: 'posts',
      data: {
        campaign: rival.id,
        story: sample.stories[1],
        label: '当天',
        slug: 'r',
        channels: ['wechat'],
        anchor: 'start',
        offsetDays: 0,
        time: '09:30',
        misfire: 'late',
        misfireWindow: 60,
      } as never,
    });
    const found = async (at: Date) =>
      (await loadCalendar(cms.payload, 2026, 6, at)).conflicts.find(({ kind }) => kind === 'same-hour');
    // The unknown copy of the first campaign's post has its channel already.
    expect(await found(new Date('2026-01-05T01:00:00Z'))).toBeUndefined();
    await cms.payload.db.deleteMany({ collection: 'deliveries', where: {} });
    expect(await found(new Date('2026-01-05T01:00:00Z'))).toMatchObject({
      day: '2026-12-04',
      postDay: '2026-12-04',
      message: expect.stringContaining('微信公众号一小时内有两个活动'),
    });
  });

  it('shows the neighbouring year where a week overlaps it', async () => {
    const { weeks } = await loadCalendar(cms.payload, 2027, 1, now);
    expect(weeks[0]?.days.map(({ day, inMonth }) => `${day} ${inMonth}`)[0]).toBe('2026-12-28 false');
  });
});
