import { afterAll, beforeAll, expect, it } from 'vitest';
import { performReview } from '../desk/perform.ts';
import { aColumn, draft, newsroom, release, type Desk } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { createChangeFeed } from './changes.ts';

let cms: TestCms;
let desk: Desk;
beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
  await aColumn(cms.payload);
});
afterAll(() => cms.close());

it('tells everything once, then each change once, with the places it shows in', async () => {
  const { payload } = cms;
  const feed = createChangeFeed(payload);
  expect(await feed.poll()).toEqual(['all']);
  expect(await feed.poll()).toEqual([]);

  const story = await draft(payload, desk.author);
  expect(await feed.poll()).toEqual([]);
  await release(payload, story.id, desk);
  expect(await feed.poll()).toEqual(['story:1', 'column:knowledge']);
  expect(feed.onlyAdded()).toBe(true);
  expect(await feed.poll()).toEqual([]);

  await performReview({ payload }, { storyId: story.id, act: 'withdraw', person: desk.signer, note: '撤下。' });
  expect(await feed.poll()).toEqual(['gone:1', 'story:1', 'column:knowledge', 'media']);
  expect(feed.onlyAdded()).toBe(false);
  // A process that starts later is told of it too: its files may be from before.
  expect(await createChangeFeed(payload).poll()).toEqual(['all', 'gone:1']);
});

it('tells both columns when a story moves, and the campaigns that show it', async () => {
  const { payload } = cms;
  const feed = createChangeFeed(payload);
  const story = await draft(payload, desk.author);
  await release(payload, story.id, desk);
  await feed.poll();
  const data = {
    slug: 'c',
    year: 2026,
    title: '活动',
    theme: '主题',
    standfirst: '一句话',
    occasion: 'credit-record-day',
    phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
  };
  const campaign = await payload.create({ collection: 'campaigns', data: data as never });
  expect(await feed.poll()).toEqual(['year:2026', 'campaign:2026/c']);
  await payload.create({
    collection: 'posts',
    data: { campaign: campaign.id, slug: 'p', story: story.id, label: '当天', channels: ['wechat'] } as never,
  });
  expect(await feed.poll()).toEqual(['campaign:2026/c']);

  const news = await aColumn(payload, 'news');
  expect(await feed.poll()).toEqual(['region', 'column:news']);
  await payload.update({ collection: 'stories', id: story.id, data: { column: news } });
  await release(payload, story.id, desk);
  const tags = await feed.poll();
  expect(tags).toEqual(expect.arrayContaining(['column:news', 'column:knowledge', 'story:2', 'campaign:2026/c']));
});

it('what comes beside a change is no mere addition', async () => {
  const { payload } = cms;
  const feed = createChangeFeed(payload);
  await feed.poll();
  expect(feed.onlyAdded()).toBe(false);
  const first = await draft(payload, desk.author);
  await release(payload, first.id, desk);
  await feed.poll();
  expect(feed.onlyAdded()).toBe(true);
  const second = await draft(payload, desk.author);
  await release(payload, second.id, desk);
  await performReview({ payload }, { storyId: first.id, act: 'withdraw', person: desk.signer, note: '撤下。' });
  await feed.poll();
  expect(feed.onlyAdded()).toBe(false);
  await payload.update({
    collection: 'columns',
    where: { slug: { equals: 'news' } },
    data: { description: '换了说明。' },
  });
  await feed.poll();
  expect(feed.onlyAdded()).toBe(false);
});

it('does not miss a deleted row', async () => {
  const { payload } = cms;
  const feed = createChangeFeed(payload);
  await feed.poll();
  await payload.delete({ collection: 'posts', where: { slug: { equals: 'p' } } });
  expect(await feed.poll()).toEqual(['all']);
  expect(await feed.poll()).toEqual([]);
});
