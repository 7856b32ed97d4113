import { expect, test } from 'vitest';
import type { Story } from '../../cms/read/nouns.ts';
import { fixtureReader } from '../testing/fixture-reader.ts';
import { strictXml, under } from '../testing/strict-xml.ts';
import { atomFeed } from './atom.ts';
import { mendRss } from './mend-rss.ts';
import { newest } from './newest.ts';
import { rssFeed } from './rss.ts';
import { sitemapXml } from './sitemap.ts';

const head = {
  title: '诚信 & <广元>',
  description: ']]>',
  siteUrl: 'https://x.example',
  feedPath: '/feed.xml',
  pagePath: '/',
};
const [real] = await newest(fixtureReader());
const story = (words: string): Story => ({
  ...(real as Story),
  title: words,
  summary: words,
  author: words,
  tags: [words],
  whole: `<p>${words}</p>`,
  source: words,
  picture: { src: '/media/a.webp?x=1&y="2"', srcset: '', width: 1, height: 1, alt: words, caption: null, aigc: false },
});
/** What stands in XML for `words`: without what it forbids. */
const stays = (words: string) =>
  words.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

const hostile = [
  ']]>',
  ']]]]><![CDATA[>',
  '<![CDATA[',
  '<lastBuildDate>x</lastBuildDate>',
  '</title></item></channel></rss>',
  '<!-- ',
  '--><b>',
  '<?xml version="1.0"?>',
  '<!DOCTYPE x [<!ENTITY e "f">]>&e;',
  '&',
  '&amp;',
  '&lt;',
  '&nbsp;',
  '&#0;',
  '&#x1;',
  '\u0000\u0007\u000b\u001f',
  '\ufffe\uffff',
  '甲\ud800乙',
  '\udc00',
  '\ud83c\udf8b竹',
  '"\'',
  '\u0085\u2028',
  '𠮷&]]>\ud800\u0001',
];

test.each(hostile)('RSS: %j in every field is well-formed XML, and read as the same words', (words) => {
  const rss = strictXml(rssFeed(head, [story(`一${words}二`)], { pictures: true }));
  expect(rss).toMatchObject({ name: 'rss', attributes: { version: '2.0' } });
  const [channel] = under(rss, 'channel');
  const [item, none] = under(channel, 'item');
  expect(none).toBeUndefined();
  const text = (name: string) => under(item, name).map((node) => node.text);
  expect(text('title')).toEqual([`一${stays(words)}二`]);
  expect(text('description')).toEqual([`一${stays(words)}二`]);
  expect(text('dc:creator')).toEqual([`一${stays(words)}二`]);
  expect(text('category')).toContain(`一${stays(words)}二`);
  expect(text('content:encoded')).toEqual([`<p>一${stays(words)}二</p>`]);
  expect(under(item, 'media:content')[0]).toMatchObject({
    attributes: { url: 'https://x.example/media/a.webp?x=1&y="2"' },
    text: `一${stays(words)}二`,
  });
  expect(under(channel, 'lastBuildDate').map((node) => node.text)).toEqual([
    new Date(real?.updatedAt ?? '').toUTCString(),
  ]);
  expect([under(channel, 'title')[0]?.text, under(channel, 'description')[0]?.text]).toEqual([
    head.title,
    head.description,
  ]);
});

test.each(hostile)('Atom and site map: %j as well', (words) => {
  const feed = strictXml(atomFeed(head, [story(`一${words}二`)], []));
  const [entry] = under(feed, 'entry');
  expect(under(entry, 'title')[0]?.text).toBe(`一${stays(words)}二`);
  expect(under(entry, 'content')[0]?.text).toBe(`<p>一${stays(words)}二</p>`);
  const map = strictXml(sitemapXml('https://x.example', [{ path: `/a?${words.toWellFormed()}` }]));
  expect(under(under(map, 'url')[0], 'loc')[0]?.text).toBe(encodeURI(`https://x.example/a?${words.toWellFormed()}`));
});

test('RSS: a feed without stories says nothing of when it was written', () => {
  const rss = strictXml(rssFeed(head, []));
  const [channel] = under(rss, 'channel');
  expect(under(channel, 'lastBuildDate')).toEqual([]);
  expect(under(channel, 'title')).toHaveLength(1);
});

test('only the channel’s own stamp is mended', () => {
  const xml =
    '<?xml version="1.0" encoding="UTF-8"?><rss><channel><lastBuildDate>now</lastBuildDate><item><lastBuildDate>its own</lastBuildDate></item></channel></rss>';
  expect(mendRss(xml, new Date(0))).toBe(xml.replace('now', 'Thu, 01 Jan 1970 00:00:00 GMT'));
  expect(mendRss(xml, null)).toBe(xml.replace('<lastBuildDate>now</lastBuildDate>', ''));
});

test.each([
  '<a>&</a>',
  '<a></b>',
  '<a/><b/>',
  'x',
  '<a>&nbsp;</a>',
  '<a>\u0001</a>',
  '<a>\ud800</a>',
  '<a b=c/>',
  '<a>',
])('the strict reader refuses %j', (source) => expect(() => strictXml(source)).toThrow());
