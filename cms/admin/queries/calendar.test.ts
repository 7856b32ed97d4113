import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../../campaigns/calendar/civil-day.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { loadCalendar } from './calendar.ts';
import { sampleDesk, type SampleDesk } from './sample-desk.ts';

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
    const bars = weeks.flatMap(({ bars: own }) => own.map(({ span, from, to }) => `${span.part} ${span.start} ${from}-${to}`));
    expect(bars).toEqual(['before 2026-11-27 0-3', 'after 2026-12-05 5-6', 'main 2026-12-04 4-4', 'after 2026-12-05 0-0']);
    const friday = weeks.flatMap(({ days }) => days).find(({ day }) => day === '2026-12-04');
    expect(friday).toMatchObject({ today: true, weekend: false, posts: [{ title: '信用报告怎么看（示例）', unknown: false }] });
    expect(friday?.occasions.map(({ slug }) => slug)).toContain('constitution-day');
    expect([posts, unknown, campaigns[0]?.posts]).toEqual([1, 0, 1]);
  });

  it('marks a post with a copy nobody knows the fate of', async () => {
    await sample.deliver('unknown', now);
    expect((await loadCalendar(cms.payload, 2026, 12, now)).unknown).toBe(1);
  });

  it('lists what still waits for a notice until the notice is entered', async () => {
    const waiting = async () => (await loadCalendar(cms.payload, 2026, 12, now)).undecided.map(({ slug }) => slug);
    expect(await waiting()).toContain('constitution-week');
    await cms.payload.create({ collection: 'occasion-notices', data: { occasion: 'constitution-week', year: 2026, start: '2026-12-01', end: '2026-12-07', docNo: '示例〔2026〕1号' } as never });
    expect(await waiting()).not.toContain('constitution-week');
  });

  it('shows the neighbouring year where a week overlaps it', async () => {
    const { weeks } = await loadCalendar(cms.payload, 2027, 1, now);
    expect(weeks[0]?.days.map(({ day, inMonth }) => `${day} ${inMonth}`)[0]).toBe('2026-12-28 false');
  });
});
