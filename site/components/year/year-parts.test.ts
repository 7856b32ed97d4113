import { describe, expect, it, test } from 'vitest';
import type { OccasionDay } from '../../../cms/read/occasion.ts';
import { occasions } from '../../testing/fixture/year.ts';
import { fixtureReader } from '../../testing/fixture-reader.ts';
import { part, readPart } from '../../testing/part.ts';
import { render } from '../../testing/render.ts';
import { addDays, chineseYear, civil, dayOf, daysInMonth, weekdayIndex } from './civil.ts';
import { yearGrid } from './year-grid.ts';

const occasion = (name: string, start: string, end = start, more: Partial<OccasionDay> = {}): OccasionDay => ({
  ...occasions[0]!,
  slug: name,
  name,
  title: name,
  start,
  end,
  day: start,
  kind: start === end ? 'day' : 'span',
  docNo: null,
  campaignPath: null,
  ...more,
});

describe('civil days', () => {
  test('leap days, ends of years, and back again', () => {
    expect([
      addDays('2028-02-28', 1),
      addDays('2027-02-28', 1),
      addDays('2026-12-31', 1),
      addDays('2027-01-01', -1),
    ]).toEqual(['2028-02-29', '2027-03-01', '2027-01-01', '2026-12-31']);
    expect([2000, 2026, 2028, 2100].map((year) => daysInMonth(year, 2))).toEqual([29, 28, 29, 28]);
    for (let day = '2026-01-01', n = 0; n < 800; n += 1, day = addDays(day, 1)) {
      const [year = 0, month = 0] = day.split('-').map(Number);
      expect(civil(year, month, dayOf(day))).toBe(day);
      expect(weekdayIndex(day)).toBe((n + 4) % 7);
    }
  });
  test('a year in signs', () =>
    expect([chineseYear(2026), chineseYear(2030), chineseYear(1999)]).toEqual(['二〇二六', '二〇三〇', '一九九九']));
});

const month = async (today: string, ...shown: OccasionDay[]) =>
  part('year/MonthRow', { year: 2026, row: yearGrid(2026, today, shown)[5], today });

describe('a month', () => {
  const stamps = async (today: string, ...shown: OccasionDay[]) => (await month(today, ...shown)).texts('em');
  it('stamps today, what is proposed, what runs and on which day of it, and quiet days', async () => {
    expect(await stamps('2026-06-14', occasion('甲日', '2026-06-14'))).toEqual(['今天']);
    expect(await stamps('2026-06-15', occasion('甲日', '2026-06-14'))).toEqual([]);
    expect(await stamps('2026-06-14', occasion('甲日', '2026-06-20', '2026-06-20', { state: 'proposed' }))).toEqual([
      '待确认',
    ]);
    expect(await stamps('2026-06-14', occasion('乙周', '2026-06-12', '2026-06-18'))).toEqual(['进行中，第3天']);
    expect(await stamps('2026-06-14', occasion('乙周', '2026-05-30', '2026-06-18'))).toEqual(['进行中，第16天']);
    expect(await stamps('2026-06-19', occasion('乙周', '2026-06-12', '2026-06-18'))).toEqual([]);
    expect(await stamps('2026-06-14', occasion('丙日', '2026-06-20', '2026-06-20', { kind: 'quiet' }))).toEqual([
      '静默日',
    ]);
  });
  it('never says of what is only proposed that it is under way', async () => {
    expect(await stamps('2026-06-14', occasion('乙周', '2026-06-12', '2026-06-18', { state: 'proposed' }))).toEqual([
      '待确认',
    ]);
  });
  it('says the whole span of what began earlier to those who cannot see the bar', async () => {
    const { texts, text } = await month('2026-06-14', occasion('民法典宣传月', '2026-05-20', '2026-06-05'));
    expect(text).toContain('（5月20日—6月5日）');
    expect(texts('time')).toEqual(['1—5日']);
    expect((await month('2026-06-14', occasion('安全月', '2026-06-01', '2026-06-30'))).texts('time')).toEqual(['全月']);
    expect((await month('2026-06-14', occasion('甲日', '2026-06-14'))).texts('time')).toEqual(['14日 周日']);
  });
  it('without occasions says that the columns go on', async () => {
    const { text, all } = await month('2026-01-14');
    expect(text).toContain('本月没有集中宣传的节点，各栏目照常更新');
    expect(all('small')).toEqual([]);
  });
  it('has the line of today only while it runs', async () => {
    const line = async (today: string) =>
      (await month(today)).all('li').flatMap(({ attribs }) => (attribs.class?.startsWith('line') ? attribs.class : []));
    expect([
      await line('2026-05-31'),
      await line('2026-06-01'),
      await line('2026-06-30'),
      await line('2026-07-01'),
    ]).toEqual([[], ['line d1'], ['line d30'], []]);
  });
});

it('the legend names today in its own year only, and says which year is only planned', async () => {
  const years = [
    { year: 2026, draft: false },
    { year: 2027, draft: true },
  ];
  const own = await part('year/Legend', { year: 2026, today: '2026-06-14', years });
  expect(own.text).toContain('今天6月14日');
  expect(own.links.slice(0, 2)).toEqual([
    { href: '/year/2026/', text: '2026' },
    { href: '/year/2027/', text: '2027（拟）' },
  ]);
  expect(
    own
      .all('a')
      .map(({ attribs }) => attribs['aria-current'])
      .slice(0, 2),
  ).toEqual(['page', undefined]);
  expect((await part('year/Legend', { year: 2027, today: '2026-06-14', years })).text).not.toContain('今天');
});

it('what runs all year stands above, with a link if the city has a campaign of it', async () => {
  const { links, text } = await part('year/AllYear', {
    occasions: [
      occasion('长征行', '2026-01-01', '2026-12-31', { campaignPath: '/year/2026/x/' }),
      occasion('待定行', '2026-02-01', '2026-12-31', { state: 'proposed' }),
    ],
  });
  expect(text).toContain('全年 2个节点');
  expect(text).toMatch(/长征行 1月1日—12月31日.*待定行 待确认/u);
  expect(links).toEqual([{ href: '/year/2026/x/', text: '长征行' }]);
  expect((await part('year/AllYear', { occasions: [] })).html.trim()).toBe('');
});

it('every date has its basis, and no empty “主办”', async () => {
  const { texts } = await part('year/Basis', {
    days: [
      occasion('甲', '2026-06-14', '2026-06-14', {
        ruleText: '每年这一天',
        organiser: '',
        source: '某通知',
        docNo: '某发〔2026〕1号',
      }),
      occasion('乙', '2026-06-14', '2026-06-14', { ruleText: '', organiser: '某局', source: '' }),
    ],
  });
  expect(texts('dd')).toEqual(['甲，某发〔2026〕1号 每年这一天；出处：某通知', '乙 主办：某局']);
});

it('the ruler is a picture that says in words what it shows', async () => {
  const label = async (today: string, days: OccasionDay[]) =>
    (await part('year/YearRuler', { year: 2026, today, days })).all('svg')[0]?.attribs['aria-label'];
  expect(await label('2026-06-14', [occasion('甲', '2026-06-14'), occasion('乙', '2026-07-01')])).toBe(
    '2026年宣传年历一览：共2个节点，下一个是7月1日的乙。',
  );
  expect(await label('2026-12-31', [occasion('甲', '2026-06-14')])).toBe('2026年宣传年历一览：共1个节点。');
});

describe('the page of a year', () => {
  const page = async (year: string, today = '2026-06-14', more = {}) => {
    const { html, status } = await render('pages/year/[year]/index.astro', {
      reader: fixtureReader({ today, more }),
      params: { year },
    });
    return { ...readPart(html), status };
  };
  it.each(['2026.5', '26', '02026', '1999', '2100', '2022', '2028', 'x', '', '2026 '])(
    'there is none of %j',
    async (year) => expect((await page(year)).status).toBe(404),
  );
  it('this year has one, even an empty one; another only with occasions', async () => {
    expect((await page('2026', '2026-06-14', { year: async () => [] })).status).toBe(200);
    expect([(await page('2025')).status, (await page('2027')).status]).toEqual([404, 404]);
    expect((await page('2026', '2027-06-14')).status).toBe(200);
    expect((await page('2026', '2029-06-14')).status).toBe(200);
    expect((await page('2026', '2030-06-14')).status).toBe(404);
  });
  it('counts what is over and what waits, by the day', async () => {
    const figures = async (today: string) => (await page('2026', today)).texts('dd').slice(0, 3);
    expect(await figures('2026-01-01')).toEqual(['30', '0', '5']);
    expect(await figures('2026-06-14')).toEqual(['30', '13', '5']);
    expect(await figures('2026-06-15')).toEqual(['30', '14', '5']);
  });
  it('names the quiet days, and says nothing of them where there are none', async () => {
    expect((await page('2026')).text).toContain('静默日（清明、国家公祭日）不发节庆内容。');
    expect((await page('2026', '2026-06-14', { year: async () => [] })).text).not.toContain('静默日（');
  });
});
