import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToyChannel, createToyPlatform } from '../../campaigns/outbox/testing/toy-channel.ts';
import { createWorker } from '../../campaigns/outbox/engine/worker.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { createChangeFeed } from '../read/changes.ts';
import { createReader } from '../read/payload-reader.ts';
import { settleRecalls } from '../publication/settle-recalls.ts';
import { performReview } from '../desk/perform.ts';
import { unlawfulPictures } from '../review/testing/pictures.ts';
import { handIn, pieces } from '../review/testing/unlawful.ts';
import { createDeliveryStore } from '../store/payload-delivery-store.ts';
import { createReleaseSource } from '../store/release-source.ts';
import { openMongod } from '../store/testing/mongod.ts';
import { draft, newsroom, release } from './story.ts';
import { testCms, type TestCms } from './test-cms.ts';
import { agreeToWithdrawal } from '../texts/testing/agree-to-withdrawal.ts';
import { withdrawnMeanwhile } from '../release/publication-row.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);

describe.runIf('url' in mongod)('on a real MongoDB', () => {
  let cms: TestCms;
  beforeAll(async () => {
    if ('url' in mongod) process.env.CMS_TEST_MONGODB_URL = mongod.url;
    cms = await testCms();
  });
  afterAll(async () => {
    await cms.close();
    await mongod.stop();
  });

  it('a story is signed, read, found and withdrawn as on SQLite', async () => {
    const { payload } = cms;
    expect(payload.db.name).toBe('mongoose');
    const desk = await newsroom(payload);
    const reader = createReader({ payload, clock: systemClock, demo: true, siteUrl: 'http://localhost' });
    const feed = createChangeFeed(payload);
    await feed.poll();
    const story = await draft(payload, desk.author);
    await release(payload, story.id, desk);
    expect(await feed.poll()).toEqual(expect.arrayContaining(['story:1', 'column:knowledge']));
    expect((await reader.stories({ search: '份证' })).items).toMatchObject([{ serial: 1, path: '/s/1' }]);
    expect(await reader.story(1)).toMatchObject({
      state: 'live',
      version: 1,
      html: '<h2>第一步</h2><p>带上<strong>身份证件</strong>到柜台。</p>',
    });
    await performReview({ payload }, { storyId: story.id, act: 'withdraw', person: desk.signer, note: '撤下。' });
    expect(await reader.story(1)).toMatchObject({ state: 'withdrawn', reason: withdrawnMeanwhile });
    expect(await agreeToWithdrawal(payload, story.id, desk.first)).toMatchObject({ status: 200 });
    expect(await reader.story(1)).toMatchObject({ state: 'withdrawn', reason: '撤下。' });
    expect(await feed.poll()).toContain('story:1');
  });

  it('what the desk refuses on SQLite it refuses here, and takes the lawful version of each', async () => {
    const { payload } = cms;
    const author = (await newsroom(payload)).author;
    for (const [name, { lawful, says, unlawful }] of Object.entries(pieces(await unlawfulPictures(payload)))) {
      expect({ name, said: (await handIn(payload, author, unlawful)).said }).toEqual({
        name,
        said: expect.stringMatching(says),
      });
      expect({ name, said: (await handIn(payload, author, lawful)).said }).toEqual({ name, said: '' });
    }
  });

  it('copies of a withdrawn story are taken back, and the public record says so', async () => {
    const { payload } = cms;
    const desk = await newsroom(payload);
    const story = await draft(payload, desk.author);
    const releaseId = await release(payload, story.id, desk);
    const store = createDeliveryStore(payload);
    const platform = createToyPlatform();
    const { get, isLive } = createReleaseSource(payload);
    const worker = createWorker({
      store,
      clock: systemClock,
      releases: get,
      isLive,
      channels: new Map([['weibo', createToyChannel(platform)]]),
      linkFor: (d) => d.id,
    });
    await store.create({
      campaignId: 'c',
      postId: 'p',
      channel: 'weibo',
      releaseId,
      plannedAt: new Date(),
      misfire: 'late',
      misfireWindow: 60,
    });
    await worker.runDue();
    expect(platform.posted.size).toBe(1);
    await performReview({ payload }, { storyId: story.id, act: 'withdraw', person: desk.signer, note: '撤下。' });
    await worker.runDue();
    expect(platform.posted.size).toBe(0);
    expect(await settleRecalls(payload, systemClock)).toEqual({ ordered: 0, shown: 1 });
    expect(await settleRecalls(payload, systemClock)).toEqual({ ordered: 0, shown: 0 });
    const reader = createReader({ payload, clock: systemClock, demo: true, siteUrl: 'http://localhost' });
    expect((await reader.notices())[0]).toMatchObject({
      kind: 'withdrawal',
      copies: [{ name: '微博', word: '已删除' }],
    });
  });

  it('one of two signers makes the version', async () => {
    const { payload } = cms;
    const desk = await newsroom(payload);
    const story = await draft(payload, desk.author);
    for (const [act, person] of [
      ['submit', desk.author],
      ['approve-first', desk.first],
      ['clear-secrecy', desk.second],
      ['approve-second', desk.second],
    ] as const) {
      await performReview({ payload }, { storyId: story.id, act, person, note: '' });
    }
    const sign = () => performReview({ payload }, { storyId: story.id, act: 'sign', person: desk.signer, note: '' });
    await Promise.all([sign(), sign(), sign()]);
    expect((await payload.count({ collection: 'releases', where: { story: { equals: story.id } } })).totalDocs).toBe(1);
    expect(
      (await payload.count({ collection: 'publications', where: { story: { equals: story.id } } })).totalDocs,
    ).toBe(1);
  });
});
