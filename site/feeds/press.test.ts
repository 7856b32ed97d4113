import { parseFeed } from 'htmlparser2';
import { expect, test } from 'vitest';
import { tag } from '../../cms/read/nouns.ts';
import { fixtureReader } from '../testing/fixture-reader.ts';
import { atomFeed } from './atom.ts';
import { pressFeed } from './press.ts';
import { rssFeed } from './rss.ts';

const reader = fixtureReader();

test('RSS: read by a feed reader: full text, creator, date of publication, pictures with their words', async () => {
  const { head, stories } = await pressFeed(reader, '/feeds/press.xml');
  const xml = rssFeed(head, stories, { pictures: true });
  const feed = parseFeed(xml);
  expect(feed).toMatchObject({ type: 'rss', title: expect.stringMatching(/媒体供稿$/) });
  expect(feed?.items.map((item) => item.id)).toEqual(stories.map(({ path }) => `https://chengxin.example${path}`));
  expect(feed?.items[0]?.pubDate).toEqual(new Date(stories[0]?.publishedAt ?? ''));
  const pictured = stories.filter(({ picture }) => picture);
  expect(pictured.length).toBeGreaterThan(0);
  expect(feed?.items.flatMap(({ media }) => media)).toHaveLength(pictured.length);
  expect(feed?.items.find(({ media }) => media.length > 0)?.media[0]).toMatchObject({
    medium: 'image',
    url: expect.stringMatching(/^https:\/\/chengxin\.example\/media\//),
  });
  expect(xml.match(/<dc:creator>/g)).toHaveLength(stories.length);
  expect(xml.match(/<content:encoded>/g)).toHaveLength(stories.length);
  expect(xml).toContain('xmlns:media="http://search.yahoo.com/mrss/"');
});

test('Atom: entries with stable ids, and a tombstone for what was withdrawn; the withdrawn one is in neither as an entry', async () => {
  const { head, stories, withdrawals } = await pressFeed(reader, '/feeds/press.atom');
  const xml = atomFeed(head, stories, withdrawals);
  const feed = parseFeed(xml);
  expect(feed).toMatchObject({
    type: 'atom',
    updated: new Date(Math.max(...stories.map((s) => Date.parse(s.updatedAt)))),
  });
  expect(feed?.items.map((item) => item.id)).toEqual(stories.map(({ path }) => `https://chengxin.example${path}`));
  expect(feed?.items[0]?.description).toBe(stories[0]?.summary);
  expect(xml).toContain(
    '<at:deleted-entry ref="https://chengxin.example/s/93" when="2026-03-18T10:26:00+08:00"><at:comment>2026年3月复核时发现不符合条件</at:comment></at:deleted-entry>',
  );
  expect(xml).toContain('xmlns:at="http://purl.org/atompub/tombstones/1.0"');
  expect(feed?.items.map((item) => item.id)).not.toContain('https://chengxin.example/s/93');
  expect(atomFeed(head, stories, withdrawals)).toBe(xml);
});

test('Atom: a withdrawal makes the feed newer; text cannot break out of its element', async () => {
  const { head, stories, withdrawals } = await pressFeed(reader, '/feeds/press.atom');
  const late = withdrawals.map((notice) => ({
    ...notice,
    at: '2027-01-01T09:00:00+08:00',
    text: '</at:comment><script>\u0007',
  }));
  const xml = atomFeed(head, stories, late);
  expect(parseFeed(xml)?.updated).toEqual(new Date('2027-01-01T09:00:00+08:00'));
  expect(xml).not.toContain('<script>');
  expect(xml).not.toContain('\u0007');
});

test('a story that newspapers may not print yet says so in its title', async () => {
  const story = async (serial: number) => {
    const found = await reader.story(serial);
    return found?.state === 'live' ? { ...found, embargo: '2026-06-20T08:00:00+08:00' } : found;
  };
  const { stories } = await pressFeed(fixtureReader({ more: { story } }), '/feeds/press.xml');
  expect(stories[0]?.title).toMatch(/^【不得早于2026年6月20日 08:00刊发】./);
});

test('both are rendered again when a column or a story of theirs changes', async () => {
  const { stories, tags } = await pressFeed(reader, '/feeds/press.xml');
  expect(tags).toEqual(expect.arrayContaining([tag.region, tag.column('models'), tag.story(stories[0]?.serial ?? 0)]));
});
