import { describe, expect, it } from 'vitest';
import type { Column } from '../../cms/read/nouns.ts';
import { columns, region } from '../testing/fixture/region.ts';
import { fixtureReader } from '../testing/fixture-reader.ts';
import { readPart } from '../testing/part.ts';
import { render } from '../testing/render.ts';
import { governmentMeta, pubDate } from './meta.ts';
import { navigation } from './navigation.ts';

const base = async (props: object, url = '/x/') => {
  const { html, tags } = await render('layouts/Base.astro', {
    reader: fixtureReader(),
    url,
    props: { title: '题目', description: '说明', ...props },
  });
  const shown = readPart(html);
  const meta = (name: string) =>
    shown
      .all('meta')
      .filter(({ attribs }) => attribs.name === name)
      .map(({ attribs }) => attribs.content);
  const link = (rel: string) =>
    shown
      .all('link')
      .filter(({ attribs }) => attribs.rel === rel)
      .map(({ attribs }) => attribs.href);
  return { ...shown, tags, meta, link };
};
const article = {
  title: '甲',
  publishedAt: '2026-06-12T16:05:00Z',
  source: '来源',
  keywords: ['一', '二'],
  author: '记者',
  description: '一句',
  image: null,
  path: '/s/7',
};

describe('the sheet of every page', () => {
  it('the front page is called after the city and its motto, others after themselves', async () => {
    expect((await base({ nav: 'home' })).texts('title')).toEqual(['诚信广元：人而无信，不知其可']);
    expect((await base({})).texts('title')).toEqual(['题目_诚信广元']);
  });
  it('says to a search engine where it stands, or that it is none of its business: never both', async () => {
    const open = await base({});
    expect([open.link('canonical'), open.meta('robots')]).toEqual([['https://chengxin.example/x/'], []]);
    const hidden = await base({ noindex: true });
    expect([hidden.link('canonical'), hidden.meta('robots')]).toEqual([[], ['noindex,noarchive']]);
  });
  it('a story has one address, however it was asked for', async () => {
    expect((await base({ meta: { article } }, '/s/7/?from=wechat')).link('canonical')).toEqual([
      'https://chengxin.example/s/7',
    ]);
    expect((await base({}, '/search/?q=甲')).link('canonical')).toEqual(['https://chengxin.example/search/']);
  });
  it('has one description', async () => {
    expect((await base({})).meta('Description')).toEqual(['说明']);
    expect((await base({ meta: { article } })).meta('Description')).toEqual(['一句']);
  });
  it('is kept with what it shows and the city, or not at all', async () => {
    expect((await base({ tags: ['story:7'] })).tags).toEqual(['region', 'story:7']);
    expect((await base({ store: false, tags: ['story:7'] })).tags).toBe(false);
  });
  it('has crumbs only where it was given some, and names its feeds', async () => {
    expect((await base({})).all('nav').map(({ attribs }) => attribs['aria-label'])).not.toContain('当前位置');
    const { all } = await base({
      crumbs: [{ name: '正文' }],
      feeds: [{ title: '栏目', path: '/c/x/feed.xml', type: 'application/rss+xml' }],
    });
    expect(all('nav').map(({ attribs }) => attribs['aria-label'])).toContain('当前位置');
    expect(
      all('link')
        .filter(({ attribs }) => attribs.rel === 'alternate')
        .map(({ attribs }) => [attribs.title, attribs.href]),
    ).toEqual([['栏目', '/c/x/feed.xml']]);
  });
  it('marks its place in the bar', async () => {
    expect(
      (await base({ nav: 'lists' }))
        .all('a')
        .flatMap(({ attribs }) => (attribs['aria-current'] ? (attribs.href ?? '') : [])),
    ).toEqual(['/lists/']);
  });
});

describe('government meta tags', () => {
  it('the minute is Shanghai’s, over midnight and the turn of a year too', () => {
    expect([
      pubDate('2026-12-31T16:00:00Z'),
      pubDate('2026-06-12T23:59:59+08:00'),
      pubDate('2026-06-12T00:00:00+14:00'),
    ]).toEqual(['2027-01-01 00:00', '2026-06-12 23:59', '2026-06-11 18:00']);
  });
  it('no tag is empty, whatever is missing', () => {
    const bare: Column = { ...columns[0]!, description: '', keywords: [], type: '' };
    const tags = governmentMeta({ ...region, siteIdCode: '' }, 'https://x', {
      column: bare,
      article: { ...article, keywords: [], author: '', source: '', description: '' },
    });
    expect(tags.map(({ name }) => name)).toEqual([
      'SiteName',
      'SiteDomain',
      'ColumnName',
      'ArticleTitle',
      'PubDate',
      'Url',
    ]);
    expect(tags.every(({ content }) => content !== '')).toBe(true);
  });
});

describe('the main navigation', () => {
  const column = (slug: string, navOrder: number | null): Column => ({
    ...columns[0]!,
    slug,
    name: slug,
    path: `/c/${slug}/`,
    navOrder,
  });
  it('a column cannot take the place of a service', () => {
    const taken = navigation([column('lists', 1), column('teach', 2), column('home', 3), column('year', 4)]);
    expect(taken.map(({ path }) => path)).toEqual(['/', '/year/', '/lists/', '/teach/']);
  });
  it('further columns by their number, each once, however they come', () => {
    const some = [column('z', 30), column('news', 99), column('a', 20), column('hidden', null), column('zero', 0)];
    for (const given of [some, [...some].reverse()])
      expect(navigation(given).map(({ key }) => key)).toEqual([
        'home',
        'news',
        'year',
        'lists',
        'teach',
        'zero',
        'a',
        'z',
      ]);
  });
});
