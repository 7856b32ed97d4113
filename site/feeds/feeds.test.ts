import { expect, test } from 'vitest';
import type { Story } from '../../cms/read/nouns.ts';
import { fixtureReader } from '../testing/fixture-reader.ts';
import { absolute } from './absolute.ts';
import { jsonFeed } from './json-feed.ts';
import { newest } from './newest.ts';
import { rssFeed } from './rss.ts';
import { serialOf } from './serial.ts';
import { readSince } from './since.ts';
import { siteAddresses, sitemapXml } from './sitemap.ts';

const reader = fixtureReader();
const head = {
  title: '诚信广元',
  description: '人而无信',
  siteUrl: 'https://x.example',
  feedPath: '/feed.xml',
  pagePath: '/',
};

test('paths in story HTML become absolute, foreign addresses stay', () => {
  expect(
    absolute(
      '<img src="/media/a.webp" srcset="/media/a-480.webp 480w, /media/a-960.webp 960w"><a href="//o.example">',
      'https://x.example',
    ),
  ).toBe(
    '<img src="https://x.example/media/a.webp" srcset="https://x.example/media/a-480.webp 480w, https://x.example/media/a-960.webp 960w"><a href="//o.example">',
  );
});

test('RSS: twenty newest, full text, own address, same bytes for the same stories', async () => {
  const stories = await newest(reader);
  expect(stories).toHaveLength(20);
  const xml = rssFeed(head, stories);
  expect(xml).toContain('<atom:link href="https://x.example/feed.xml" rel="self"');
  expect(xml.match(/<content:encoded><!\[CDATA\[/g)).toHaveLength(20);
  expect(xml).toContain(`<pubDate>${new Date(stories[0]?.publishedAt ?? '').toUTCString()}</pubDate>`);
  expect(rssFeed(head, stories)).toBe(xml);
});

test('RSS: text cannot break out of its element', async () => {
  const [story] = await newest(reader);
  const xml = rssFeed(head, [{ ...(story as Story), title: '<b>&\u0007', html: '<p>]]><script></p>' }]);
  expect(xml).not.toContain(']]><script>');
  expect(xml).not.toContain('\u0007');
  expect(xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')).not.toContain('<b>');
});

test('JSON Feed 1.1 has string ids and absolute addresses', async () => {
  const feed = jsonFeed(head, (await newest(reader)).slice(0, 1)) as {
    version: string;
    items: { id: unknown; url: string }[];
  };
  expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
  expect(feed.items[0]).toMatchObject({
    id: expect.any(String),
    url: expect.stringMatching(/^https:\/\/x\.example\/s\/\d+$/),
  });
});

test('the site map holds every story once and no withdrawn one', async () => {
  const entries = await siteAddresses(reader);
  const paths = entries.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths).toEqual(expect.arrayContaining(['/', '/s/101', '/year/2026/']));
  expect(paths).not.toContain('/s/93');
  expect(sitemapXml('https://x.example', [{ path: '/a&b' }])).toContain('<loc>https://x.example/a&amp;b</loc>');
});

test('lastmod is the latest signing, not the first', async () => {
  const signedAgain = {
    ...reader,
    stories: async (query: Parameters<typeof reader.stories>[0]) => {
      const page = await reader.stories(query);
      return {
        ...page,
        items: page.items.map((card) =>
          card.serial === 101 ? { ...card, updatedAt: '2026-06-13T10:00:00+08:00' } : card,
        ),
      };
    },
  };
  const entries = await siteAddresses(signedAgain);
  expect(entries.find(({ path }) => path === '/s/101')?.changed).toBe('2026-06-13T10:00:00+08:00');
});

test('the site map leaves out what names somebody', async () => {
  const named = {
    ...reader,
    stories: async (query: Parameters<typeof reader.stories>[0]) => {
      const page = await reader.stories(query);
      return {
        ...page,
        items: page.items.map((card) => (card.serial === 101 ? { ...card, namesSomebody: true as const } : card)),
      };
    },
  };
  const paths = (await siteAddresses(named)).map(({ path }) => path);
  expect(paths).not.toContain('/s/101');
  expect(paths).toContain('/');
});

test.each([
  ['', null],
  ['since=2026-06-14T09:00:00%2B08:00', '2026-06-14T09:00:00+08:00'],
  ['since=2026-06-14T09:00:00+08:00', '2026-06-14T09:00:00+08:00'],
  ['since=2026-06-14T01:00:00Z', '2026-06-14T01:00:00Z'],
])('“%s” asks for %s', (query, since) => expect(readSince(new URLSearchParams(query))).toEqual({ since }));

test.each([
  'since=',
  'since=2026-06-14',
  'since=2026-06-14T09:00:00',
  'since=x',
  'since=2026-06-14T01:00:00Z&since=2026-06-14T01:00:00Z',
])('“%s” is explained', (query) =>
  expect(readSince(new URLSearchParams(query))).toEqual({ error: expect.stringContaining('带时区') }),
);

test.each([
  ['1', 1],
  ['999999999', 999999999],
  ['0', null],
  ['01', null],
  ['1e3', null],
  ['', null],
  [undefined, null],
])('serial %s is %s', (text, serial) => expect(serialOf(text)).toBe(serial));
