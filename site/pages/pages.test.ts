import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { tag } from '../../cms/read/nouns.ts';
import type { Reader } from '../../cms/read/reader.ts';
import { fixtureReader } from '../testing/fixture-reader.ts';
import { lesson, listType } from '../testing/fixture/lessons.ts';
import { render } from '../testing/render.ts';
import { typed, typedReader } from '../testing/typed.ts';

const lessons = [lesson(201), lesson(202, { stage: '高中', title: '第二课' })];
const named = {
  authority: '示例局',
  docNo: '示例〔2026〕1号',
  docDate: '2026-04-01',
  recordUrl: 'https://example.gov.cn/1',
  objection: '示例局，0839-0000000',
  until: '2027-04-01',
};
/** The fixture's city with lessons and a list, and one story that has everything at once. */
const city = (today = '2026-06-14'): Reader => {
  const reader = fixtureReader({ today, demo: true });
  return {
    ...reader,
    materials: async () => ({ items: lessons, page: 1, pages: 1, total: lessons.length }),
    material: async (serial) => lessons.find((one) => one.serial === serial) ?? reader.material(serial),
    listTypes: async () => [listType],
    listType: async (slug) => (slug === listType.slug ? listType : null),
    story: async (serial) => {
      const story = await reader.story(serial === 950 ? 130 : serial);
      return serial === 950 && story?.state === 'live'
        ? {
            ...story,
            serial,
            path: '/s/950',
            named,
            sourceUrl: 'https://news.example/1',
            correcting: '本文有一处内容正在更正，核定以后公布。',
          }
        : story;
    },
  };
};

const pages: {
  name: string;
  path: string;
  params?: Record<string, string>;
  url?: string;
  status?: number;
  shows?: string[];
  kept?: boolean;
}[] = [
  { name: 'front', path: 'index', shows: [tag.region] },
  { name: 'role model', path: 's/[serial]', params: { serial: '101' }, shows: [tag.story(101), tag.column('models')] },
  { name: 'case', path: 's/[serial]', params: { serial: '130' }, shows: [tag.story(130)] },
  { name: 'named case', path: 's/[serial]', params: { serial: '950' }, shows: [tag.story(950)] },
  { name: 'article', path: 's/[serial]', params: { serial: '107' }, shows: [tag.story(107)] },
  { name: 'withdrawn', path: 's/[serial]', params: { serial: '93' }, status: 410, shows: [tag.story(93)] },
  { name: 'unknown', path: 's/[serial]', params: { serial: '4711' }, status: 404, kept: false },
  { name: 'column', path: 'c/[slug]/[...page]', params: { slug: 'news' }, shows: [tag.column('news')] },
  { name: 'second page', path: 'c/[slug]/[...page]', params: { slug: 'news', page: '2' }, shows: [tag.column('news')] },
  { name: 'gallery', path: 'c/[slug]/[...page]', params: { slug: 'models' }, shows: [tag.column('models')] },
  { name: 'year', path: 'year/[year]/index', params: { year: '2026' }, shows: [tag.year(2026), tag.day] },
  {
    name: 'campaign',
    path: 'year/[year]/[slug]',
    params: { year: '2026', slug: 'credit-record-day' },
    shows: [tag.campaign(2026, 'credit-record-day')],
  },
  { name: 'lists', path: 'lists/index', shows: [tag.lists] },
  { name: 'list', path: 'lists/[slug]', params: { slug: 'wage-arrears' }, shows: [tag.list('wage-arrears')] },
  { name: 'lessons', path: 'teach/index', shows: [tag.materials] },
  {
    name: 'filtered lessons',
    path: 'teach/index',
    url: `/teach/?stage=${encodeURIComponent('初中')}&theme=${encodeURIComponent(typed)}`,
    kept: false,
  },
  { name: 'lesson', path: 'teach/[serial]', params: { serial: '201' }, shows: [tag.material(201)] },
  { name: 'withdrawn lesson', path: 'teach/[serial]', params: { serial: '93' }, status: 410, kept: false },
  { name: 'search', path: 'search/index', url: `/search/?q=${encodeURIComponent(typed)}`, kept: false },
  { name: 'empty search', path: 'search/index', url: '/search/', kept: false },
  { name: 'site map', path: 'sitemap', shows: [tag.region] },
  { name: 'about', path: 'about/index' },
  { name: 'privacy', path: 'about/privacy' },
  { name: 'accessibility', path: 'about/accessibility' },
  { name: 'record', path: 'about/corrections' },
  { name: 'report', path: 'about/report-error' },
  { name: 'no such page', path: '404', status: 404, kept: false },
];

describe.each(pages)('$name', ({ kept = true, params = {}, path, shows = [], status = 200, url = '/' }) => {
  const page = (reader: Reader) => render(`pages/${path}.astro`, { reader, url, params });

  it('shows what was typed as it was typed, and obeys none of it', async () => {
    const { html, status: answered } = await page(typedReader(city()));
    const document = parseDocument(html);
    const elements = DomUtils.getElementsByTagName('*', document, true);
    expect(answered).toBe(status);
    expect(elements.filter(({ attribs }) => 'data-typed' in attribs)).toEqual([]);
    expect(DomUtils.textContent(document)).toContain(typed);
    // Nor did it close an attribute and open another one.
    const attributes = elements.flatMap(({ attribs }) => Object.keys(attribs));
    expect(attributes.filter((name) => !/^[a-z][a-z-]*$/i.test(name) || /^on/i.test(name))).toEqual([]);
  });

  it('is whole, and tells the snapshot what it shows', async () => {
    const { html, status: answered, tags } = await page(city());
    const document = parseDocument(html);
    const all = (name: string) => DomUtils.getElementsByTagName(name, document, true);
    expect(answered).toBe(status);
    expect(html).not.toMatch(/undefined|\[object|NaN|Invalid/);
    expect(all('h1')).toHaveLength(1);
    expect(DomUtils.textContent(all('title')).trim()).toContain('诚信广元');
    const ids = DomUtils.getElementsByTagName('*', document, true).flatMap(({ attribs }) => attribs.id ?? []);
    expect(ids).toEqual([...new Set(ids)]);
    for (const { attribs } of all('a')) expect(attribs.href).toMatch(/^(?:\/(?!\/)|#|https?:\/\/|tel:|mailto:)/);
    for (const { attribs } of all('img')) expect(attribs.alt).toBeDefined();
    expect(tags === false).toBe(!kept);
    // What is not kept, or is gone, is not for search engines either.
    if (!kept || status !== 200) expect(html).toMatch(/name="robots" content="noindex/);
    if (kept) expect(tags).toEqual(expect.arrayContaining([tag.region, ...shows]));
  });
});

it('what somebody is named in says so, and what is anonymous says that', async () => {
  const text = async (serial: string) =>
    (await render('pages/s/[serial].astro', { reader: city(), params: { serial } })).html;
  expect(await text('950')).toMatch(/示例局2026年4月1日作出的示例〔2026〕1号/);
  expect(await text('950')).not.toContain('已作匿名处理');
  expect(await text('130')).toContain('已作匿名处理');
});

it('the front page and the year can be opened on every day of a year', async () => {
  for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2027, 0, 1); day += 9 * 86_400_000) {
    const today = new Date(day).toISOString().slice(0, 10);
    for (const [path, params] of [
      ['pages/index.astro', {}],
      ['pages/year/[year]/index.astro', { year: '2026' }],
      ['pages/year/[year]/[slug].astro', { year: '2026', slug: 'credit-record-day' }],
    ] as const) {
      const { html, status } = await render(path, { reader: city(today), params });
      expect({ today, path, status, odd: /undefined|\[object|NaN|-\d+天/.exec(html)?.[0] ?? null }).toEqual({
        today,
        path,
        status: 200,
        odd: null,
      });
    }
  }
});

it.each([
  '/search/',
  '/search/?q=',
  '/search/?q=%00',
  '/search/?q=%E8%AF%9A&page=99999',
  '/search/?page=-1',
  `/search/?q=${'长'.repeat(61)}`,
  '/search/?q=%F0%A0%AE%B7&q=2',
  '/teach/?stage=&theme=&page=x',
  '/teach/?stage=%E5%88%9D%E4%B8%AD&page=9',
  '/teach/?page=2&x=y',
])('%s is answered, in words', async (url) => {
  const { html, status } = await render(`pages/${url.startsWith('/search') ? 'search' : 'teach'}/index.astro`, {
    reader: city(),
    url,
  });
  expect(status).toBe(200);
  expect(html).not.toMatch(/undefined|NaN|\[object/);
});
