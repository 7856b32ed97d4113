import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import type { CalendarDay, CalendarMonth } from '../queries/calendar.ts';
import { show } from '../testing/page.ts';
import { aPost } from '../testing/rows.ts';
import { hostile, isMarkup } from '../testing/sentences.ts';
import { MonthGrid } from './MonthGrid.tsx';

const aDay = (more: Partial<CalendarDay> = {}): CalendarDay => ({
  day: '2026-06-14',
  inMonth: true,
  weekend: false,
  today: false,
  quiet: false,
  occasions: [],
  posts: [],
  ...more,
});
const span = {
  campaignId: 'c1',
  title: '关爱日',
  name: '知道',
  hue: '#000',
  settled: true,
  part: 'before',
  start: '2026-06-10',
  end: '2026-06-12',
};
const month = (days: CalendarDay[], spans: object[] = []) =>
  ({
    weeks: [
      {
        days,
        lanes: spans.length,
        bars: spans.map((one, lane) => ({
          span: { ...span, ...one },
          lane,
          from: 0,
          to: 2,
          opens: true,
          closes: false,
        })),
      },
    ],
  }) as unknown as CalendarMonth;
const grid = (days: CalendarDay[], { mayMove = true, spans = [] as object[] } = {}) =>
  show(createElement(MonthGrid, { calendar: month(days, spans), mayMove }));
const occasion = (name: string, state = 'confirmed') =>
  ({ slug: name, name, state }) as CalendarDay['occasions'][number];

describe('a day', () => {
  it('says what it is in words, not in colour alone', async () => {
    const { texts } = await grid([
      aDay({ today: true, quiet: true, occasions: [occasion('信用记录关爱日', 'proposed')] }),
    ]);
    expect(texts('.cx-day__name')).toEqual(['14今天信用记录关爱日（待确认）静默日']);
  });

  it('of other months names the month on its first', async () => {
    const { texts } = await grid([
      aDay({ day: '2026-05-31', inMonth: false }),
      aDay({ day: '2026-07-01', inMonth: false }),
    ]);
    expect(texts('time')).toEqual(['31', '7月1日']);
  });

  it('shows three posts and folds the others, losing none', async () => {
    const posts = Array.from({ length: 30 }, (_, i) => aPost({ id: `p${i}`, title: `第${i}条` }));
    const { texts } = await grid([aDay({ posts })]);
    expect(texts('summary')).toEqual(['还有27条']);
    expect(texts('[data-post] > a')).toHaveLength(30);
  });

  it('long names of two occasions are cut between letters, also where a letter takes two places', async () => {
    const { html, texts } = await grid([aDay({ occasions: [occasion('𠮷𠮷𠮷𠮷𠮷𠮷节'), occasion('短')] })]);
    expect(texts('.cx-day__name span')).toEqual(['𠮷𠮷𠮷𠮷…', '短']);
    expect(html).toContain('title="𠮷𠮷𠮷𠮷𠮷𠮷节"');
  });
});

describe('a post', () => {
  it('has its time in China, and says why it will not go out', async () => {
    const { texts } = await grid([
      aDay({
        posts: [
          aPost(),
          aPost({ id: 'b', unknown: true, unsigned: '稿件还没有签发' }),
          aPost({ id: 'c', unsigned: '还没有选定稿件' }),
        ],
      }),
    ]);
    expect(texts('[data-post] > a')).toEqual([
      '09:00 秤上的星',
      '09:00 秤上的星（结果未知）',
      '09:00 秤上的星（还没有选定稿件）',
    ]);
    expect(texts('.cx-red')).toHaveLength(2);
  });

  it('can be moved by who may, until it is out', async () => {
    const days = [aDay({ posts: [aPost(), aPost({ id: 'b', title: '发过了', over: true })] })];
    expect((await grid(days)).buttons).toEqual(['移动：6月14日 09:00 秤上的星']);
    expect((await grid(days, { mayMove: false })).buttons).toEqual([]);
  });

  it('and a bar lead to their pages; titles are words', async () => {
    const { html, links } = await grid([aDay({ posts: [aPost({ title: hostile })] })], { spans: [{ title: hostile }] });
    expect(links.map(({ href }) => href)).toEqual(['/admin/collections/posts/p1', '/admin/collections/campaigns/c1']);
    expect(isMarkup(html)).toBe(false);
  });
});

it('a bar says its campaign, its phase and that nobody has confirmed it', async () => {
  const { texts } = await grid([aDay()], {
    spans: [{}, { part: 'main', title: '诚信：在身边', settled: false }, { part: 'after' }],
  });
  expect(texts('.cx-bar')).toEqual(['关爱日：知道（预热）', '诚信：在身边，知道（待确认）', '关爱日：知道（延伸）']);
});
