import { expect, it } from 'vitest';
import type { Campaign } from '../../../cms/read/campaign.ts';
import { campaigns } from '../../testing/fixture/year.ts';
import { fixtureReader } from '../../testing/fixture-reader.ts';
import { readPart } from '../../testing/part.ts';
import { render } from '../../testing/render.ts';

const [card, other] = (await fixtureReader().stories({ column: 'news', size: 2 })).items;
const plain = campaigns[0]!;
const item = (phase: number, day: string, story = card ?? null, title = '计划中的一篇') => ({
  phase,
  day,
  time: '09:00',
  story,
  title,
  label: '微信',
});
const page = async (more: Partial<Campaign>, today = '2026-06-14', params: Record<string, string> = {}) => {
  const { html, status, tags } = await render('pages/year/[year]/[slug].astro', {
    reader: fixtureReader({ today, more: { campaign: async () => ({ ...plain, ...more }) } }),
    params: { year: '2026', slug: plain.slug, ...params },
  });
  return { ...readPart(html), status, tags };
};
const heads = ({ all, texts }: ReturnType<typeof readPart>): string[] => texts('h2').slice(0, all('h2').length - 1);

it('what runs stands first, then what is over with the newest first, then what comes', async () => {
  expect(heads(await page({}))).toEqual(['去查', '知道', '改正']);
  expect(heads(await page({}, '2026-06-20'))).toEqual(['改正', '去查', '知道']);
  expect(heads(await page({}, '2026-07-20'))).toEqual(['改正', '去查', '知道']);
  expect(heads(await page({}, '2026-06-01'))).toEqual(['知道', '去查', '改正']);
});

it('what is planned has a title and no link, what is out leads, once', async () => {
  const { links, text } = await page({
    items: [item(1, '2026-06-14'), item(1, '2026-06-14', other), item(2, '2026-06-18', null)],
  });
  expect(links.filter(({ href }) => href === card?.path)).toHaveLength(1);
  expect(links.map(({ text: words }) => words)).not.toContain('计划中的一篇');
  expect(text).toContain('计划中的一篇 微信待发布');
  expect(text).toContain('今天 09:00微信');
});

it('a phase that is over or runs without a story says so; one to come says where it will be', async () => {
  const { text } = await page({ items: [item(0, '2026-06-09', null)] });
  expect(text.split('这一阶段还没有发布稿件。')).toHaveLength(3);
  expect(text.split('发布后会出现在这里。想第一时间看到，可以订阅本站。')).toHaveLength(2);
  expect(text).not.toContain('计划中的一篇');
});

it('the date is red on the own day only, and never on a quiet one', async () => {
  const date = async (more: Partial<Campaign>, today: string) =>
    (await page(more, today)).all('p').find(({ attribs }) => attribs.class?.startsWith('topic-date'))?.attribs.class;
  expect(await date({}, '2026-06-14')).toBe('topic-date own');
  expect(await date({}, '2026-06-15')).toBe('topic-date');
  expect(await date({ occasion: { ...plain.occasion, kind: 'quiet' } }, '2026-06-14')).toBe('topic-date');
});

it('on whose word: the city’s own plan and the units only where there are some', async () => {
  expect((await page({})).texts('dt')).toEqual(['节点依据', '本市方案', '责任单位']);
  const bare = await page({ basis: '', docNo: null, confirmedOn: '2026-05-29', units: [], theme: '' });
  expect(bare.texts('dt')).toEqual(['节点依据']);
  expect(bare.texts('dd')[0]).toContain(plain.occasion.ruleText);
  expect(bare.texts('h1')).toEqual([plain.title]);
  expect((await page({ confirmedOn: null })).text).not.toContain('确认');
});

it('the page changes with the day, the year, the campaign and every story on it', async () => {
  expect((await page({ items: [item(1, '2026-06-14'), item(2, '2026-06-18', null)] })).tags).toEqual([
    'region',
    'day',
    'year:2026',
    'campaign:2026/credit-record-day',
    `story:${card?.serial}`,
  ]);
});

it.each<Record<string, string>>([
  { year: '1999' },
  { year: '20260' },
  { slug: '../x' },
  { slug: 'A' },
  { slug: 'x'.repeat(81) },
  { slug: '' },
])('no campaign by %j, and nobody is asked', async (params) => {
  expect((await page({}, '2026-06-14', params)).status).toBe(404);
});
