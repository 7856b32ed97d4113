import { DomUtils, parseDocument } from 'htmlparser2';
import { expect, it } from 'vitest';
import type { PublicNotice } from '../../cms/read/notice.ts';
import type { Story } from '../../cms/read/nouns.ts';
import { createRandom, type Random } from '../../cms/read/testing/random.ts';
import { fixtureReader } from '../testing/fixture-reader.ts';
import { readXml } from '../testing/read-xml.ts';
import { absolute } from './absolute.ts';
import { allPages } from './all-pages.ts';
import { atomFeed } from './atom.ts';
import { jsonFeed } from './json-feed.ts';
import { newest } from './newest.ts';
import { rssFeed } from './rss.ts';
import { sitemapXml } from './sitemap.ts';

const siteUrl = 'https://x.example';
const head = { title: '诚信&<广元>"', description: ']]>人而无信', siteUrl, feedPath: '/feed.xml', pagePath: '/' };
/** What may stand in a title or a text, also what XML knows in no form: control characters that a word processor left behind. */
const pieces = [
  '诚信',
  '𠮷',
  '<b>',
  '&',
  '&amp;',
  '"',
  "'",
  ']]>',
  '<![CDATA[',
  '<!--',
  '\u0007',
  '\u000b',
  '\ufffe',
  '\u2028',
  '\n',
  '\t',
  '{{',
  '</title>',
  '%',
  ' ',
];
const text = (random: Random): string =>
  `字${Array.from({ length: random.int(1, 8) }, () => random.pick(pieces)).join('')}`;
/** As XML can hold it. */
const held = (one: string): string => one.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
const base = await newest(fixtureReader());

function samples(random: Random): Story[] {
  return base.slice(0, random.int(1, 6)).map((story, i) => {
    const inner = held(text(random)).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    return {
      ...story,
      serial: i + 1,
      path: `/s/${i + 1}`,
      title: text(random),
      summary: text(random),
      author: text(random),
      source: text(random),
      tags: [text(random)],
      kindName: text(random),
      column: { slug: 'news', name: random.pick([null, text(random)]) },
      whole: `<p>${inner}]]><a href="/s/1">一</a><a href="https://other.example/">二</a><img src="/media/a.webp" srcset="/media/a.webp 1w, /media/b.webp 2w" alt="${inner}"></p>`,
      picture: random.pick([
        null,
        {
          src: '/media/c.webp',
          srcset: '',
          width: 1,
          height: 2,
          alt: text(random),
          caption: random.pick([null, text(random)]),
          aigc: false,
        },
      ]),
    };
  });
}
const plain = (one: string): string => one.replace(/\s+/g, ' ').trim();

it('RSS and Atom are XML whatever was typed, and a reader gets every story with what was typed', () => {
  for (let seed = 1; seed <= 120; seed += 1) {
    const random = createRandom(seed);
    const stories = samples(random);
    const gone: PublicNotice[] = [
      {
        kind: 'withdrawal',
        at: '2026-06-13T10:00:00+08:00',
        serial: 90,
        path: '/s/90',
        title: null,
        column: { slug: 'news', name: null },
        batch: null,
        text: text(random),
        copies: [],
      },
    ];
    const titles = stories.map(({ title }) => plain(held(title)));
    const rss = readXml(rssFeed(head, stories, { pictures: true }));
    expect({ seed, titles: rss('title').slice(1).map(plain) }).toEqual({ seed, titles });
    expect(rss('guid')).toEqual(stories.map(({ path }) => siteUrl + path));
    expect(rss('content:encoded').map((html) => DomUtils.textContent(parseDocument(html)))).toEqual(
      stories.map(({ whole }) => DomUtils.textContent(parseDocument(whole))),
    );
    const atom = readXml(atomFeed(head, stories, gone));
    expect({ seed, titles: atom('title').slice(1).map(plain) }).toEqual({ seed, titles });
    expect(atom('summary').map(plain)).toEqual(stories.map(({ summary }) => plain(held(summary))));
    expect(atom('content').map((html) => DomUtils.textContent(parseDocument(html)))).toEqual(
      stories.map(({ whole }) => DomUtils.textContent(parseDocument(whole))),
    );
    expect(atom('at:comment').map(plain)).toEqual([plain(held(gone[0]?.text ?? ''))]);
  }
});

it('in every feed each address is whole: nothing leads to the reader’s own machine', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const stories = samples(createRandom(seed));
    const { items } = JSON.parse(JSON.stringify(jsonFeed(head, stories))) as {
      items: { id: string; url: string; title: string; content_html: string; image?: string; tags: string[] }[];
    };
    expect(items.map(({ title }) => title)).toEqual(stories.map(({ title }) => title));
    for (const { content_html: html, id, image, url } of items) {
      const elements = DomUtils.getElementsByTagName('*', parseDocument(html), true);
      const addresses = elements.flatMap(({ attribs }) =>
        [attribs.href ?? [], attribs.src ?? [], attribs.srcset?.split(', ') ?? []].flat(),
      );
      expect(addresses).toHaveLength(5);
      for (const address of [...addresses, id, url, ...(image ? [image] : [])])
        expect(address).toMatch(/^https:\/\/(?:x|other)\.example\//);
    }
  }
  expect(absolute('<a href="//o.example">“/s/1”</a>', siteUrl)).toBe('<a href="//o.example">“/s/1”</a>');
});

it('the site map is XML, holds each address once and ends where the format ends', () => {
  const odd = ['/a&b', "/it's", '/“中文”', '/<b>', '/?q=1&p=2'];
  const located = readXml(
    sitemapXml(
      siteUrl,
      odd.map((path) => ({ path, changed: '2026-06-14T09:00:00+08:00' })),
    ),
  )('loc');
  expect(located.map((url) => decodeURI(url))).toEqual(odd.map((path) => siteUrl + path));
  expect(
    sitemapXml(
      siteUrl,
      Array.from({ length: 50_001 }, (_, i) => ({ path: `/s/${i}` })),
    ).match(/<url>/g),
  ).toHaveLength(50_000);
});

it('all pages are asked once, in order, and an answer without rows is the last', async () => {
  const asked: number[] = [];
  const ask =
    (pages: number, empty = Infinity) =>
    async (page: number) => {
      asked.push(page);
      return { items: page >= empty ? [] : [page * 10, page * 10 + 1], pages };
    };
  expect(await allPages(ask(3))).toEqual([10, 11, 20, 21, 30, 31]);
  expect(asked.splice(0)).toEqual([1, 2, 3]);
  // Rows that went while they were asked for.
  expect(await allPages(ask(9, 3))).toEqual([10, 11, 20, 21]);
  expect(asked).toEqual([1, 2, 3]);
});
