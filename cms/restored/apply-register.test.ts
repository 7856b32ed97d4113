import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createToyChannel, createToyPlatform } from '../../campaigns/outbox/testing/toy-channel.ts';
import { createWorker } from '../../campaigns/outbox/engine/worker.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { purgePapers } from '../honours/purge-papers.ts';
import { createReader } from '../read/payload-reader.ts';
import { recordCorrection } from '../release/record-correction.ts';
import { settleRecalls } from '../publication/settle-recalls.ts';
import { performReview } from '../desk/perform.ts';
import { createDeliveryStore } from '../store/payload-delivery-store.ts';
import { createReleaseSource } from '../store/release-source.ts';
import { openMongod } from '../store/testing/mongod.ts';
import { person } from '../testing/people.ts';
import { draft, newsroom, release, type Desk } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { applyRegister } from './apply-register.ts';
import { feedRegister } from './feed-register.ts';
import { undoneCorrections } from './undone-corrections.ts';
import { backUp } from './testing/back-up.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());

describe.each(['sqlite', ...('url' in mongod ? ['mongodb'] : [])])('an older backup on %s', (engine) => {
  let cms: TestCms;
  let desk: Desk;
  beforeAll(async () => {
    if (engine === 'mongodb' && 'url' in mongod) process.env.CMS_TEST_MONGODB_URL = mongod.url;
    cms = await testCms();
    desk = await newsroom(cms.payload);
  });
  afterAll(async () => {
    await cms.close();
    delete process.env.CMS_TEST_MONGODB_URL;
  });
  beforeEach(() => settleRecalls(cms.payload, systemClock));
  const reader = () =>
    createReader({ payload: cms.payload, clock: systemClock, demo: true, siteUrl: 'http://localhost' });
  const published = async () => {
    const story = await draft(cms.payload, desk.author);
    const releaseId = await release(cms.payload, story.id, desk);
    const { docs } = await cms.payload.find({
      collection: 'publications',
      where: { story: { equals: story.id } },
      depth: 0,
    });
    return { story: story.id, releaseId, serial: docs[0]?.serial ?? 0 };
  };
  const withdraw = (storyId: string) =>
    performReview({ payload: cms.payload }, { storyId, act: 'withdraw', person: desk.signer, note: '撤下。' });

  it('does not bring back what was withdrawn: not for one read, and not in any list once the register is applied', async () => {
    const { serial, story } = await published();
    const kept = await published();
    const restore = await backUp(cms.payload);
    await withdraw(story);
    await restore();
    expect(
      (await cms.payload.count({ collection: 'withdrawals', where: { story: { equals: story } } })).totalDocs,
    ).toBe(0);
    expect(await reader().story(serial)).toMatchObject({ state: 'withdrawn' });
    expect(await applyRegister(cms.payload, systemClock)).toEqual([expect.stringContaining(`（/s/${serial}）`)]);
    expect((await reader().stories({})).items.map((item) => item.serial)).not.toContain(serial);
    expect((await reader().notices()).map((notice) => notice.serial)).toContain(serial);
    expect(await reader().story(kept.serial)).toMatchObject({ state: 'live' });
    expect(await applyRegister(cms.payload, systemClock)).toEqual([]);
  });

  it('lets a story that was mended and signed again after that live on', async () => {
    const { serial, story } = await published();
    await withdraw(story);
    await cms.payload.update({ collection: 'stories', id: story, data: { summary: '改好了。' } });
    await release(cms.payload, story, desk);
    expect(await applyRegister(cms.payload, systemClock)).toEqual([]);
    expect(await reader().story(serial)).toMatchObject({ state: 'live', version: 2 });
  });

  it('asks no channel twice to take a copy back', async () => {
    const { releaseId, story } = await published();
    const store = createDeliveryStore(cms.payload);
    const platform = createToyPlatform();
    const { get, isLive } = createReleaseSource(cms.payload);
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
      postId: releaseId,
      channel: 'weibo',
      releaseId,
      plannedAt: new Date(),
      misfire: 'late',
      misfireWindow: 60,
    });
    await worker.runDue();
    expect(platform.posted.size).toBe(1);
    const posted = new Map(platform.posted);
    const restore = await backUp(cms.payload);
    await withdraw(story);
    await worker.runDue();
    expect(platform.posted.size).toBe(0);
    await settleRecalls(cms.payload, systemClock);
    await feedRegister(cms.payload);
    await restore();
    // Were it asked again, it would take this away.
    for (const [id, post] of posted) platform.posted.set(id, post);
    await applyRegister(cms.payload, systemClock);
    expect(await settleRecalls(cms.payload, systemClock)).toMatchObject({ ordered: 0 });
    await worker.runDue();
    expect(platform.posted.size).toBe(1);
    expect((await store.list({ releaseIds: [releaseId] }))[0]).toMatchObject({ recall: 'deleted' });
  });

  it('gives a number that went out after the backup to no other story, and gives it back to its own', async () => {
    const kept = await published();
    const early = await draft(cms.payload, desk.author);
    const restore = await backUp(cms.payload);
    await release(cms.payload, early.id, desk);
    const lost = await published();
    const serialOf = async (story: string) =>
      (await cms.payload.find({ collection: 'publications', where: { story: { equals: story } }, depth: 0 })).docs[0]
        ?.serial;
    const earlySerial = await serialOf(early.id);
    expect([earlySerial, lost.serial]).toEqual([kept.serial + 1, kept.serial + 2]);
    await restore();
    await feedRegister(cms.payload);
    const other = await published();
    expect(other.serial).toBe(lost.serial + 1);
    // Signed again, it stands where readers have it.
    await release(cms.payload, early.id, desk);
    expect(await serialOf(early.id)).toBe(earlySerial);
  });

  it('says which corrections a restore has undone, until they are made again', async () => {
    const { payload } = cms;
    const [one, two] = [await published(), await published()];
    const restore = await backUp(payload);
    const correct = async ({ releaseId, story }: typeof one, at: Date) => {
      await recordCorrection(
        payload,
        { id: releaseId, story },
        { wrong: '第一步', right: '第一条', note: '', by: '示例', writer: null, at },
      );
      await settleRecalls(payload, systemClock);
    };
    const told = async () =>
      (await undoneCorrections(payload))
        .filter(({ story }) => [one.story, two.story].includes(story))
        .map(({ what }) => what);
    const then = new Date();
    await correct(one, then);
    await correct(two, then);
    expect(await told()).toEqual([]);
    await restore();
    expect(await told()).toEqual(
      [one, two].map(({ serial }) =>
        expect.stringMatching(new RegExp(`/s/${serial}）.*登记过1处更正.*备份里没有.*重新登记`)),
      ),
    );
    await correct(one, new Date(then.getTime() + 60_000));
    await withdraw(two.story);
    expect(await told()).toEqual([]);
  });

  it('brings back no consent paper, no honour and no account', async () => {
    const { payload } = cms;
    const scan = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const paper = (
      await payload.create({
        collection: 'papers',
        data: { title: '同意书' } as never,
        file: { data: scan, name: 'a.png', mimetype: 'image/png', size: scan.length },
      })
    ).id;
    const nomination = (
      await payload.create({
        collection: 'nominations',
        data: {
          name: '甲（示例）',
          subject: 'person',
          state: 'draft',
          consent: { by: 'self', on: '2026-01-01', paper },
        } as never,
      })
    ).id;
    const left = await person(payload, 'author');
    const restore = await backUp(payload);
    await payload.update({
      collection: 'nominations',
      id: nomination,
      data: { state: 'refused', reason: '不合条件。' } as never,
      overrideAccess: false,
      user: { ...desk.signer, collection: 'users' } as never,
    });
    const later = { ...systemClock, now: () => new Date(Date.now() + 400 * 86_400_000) };
    await purgePapers(payload, later);
    await payload.delete({ collection: 'users', id: left.id });
    await restore();
    const there = (collection: 'papers' | 'users', id: string) =>
      payload.count({ collection, where: { id: { equals: id } } }).then(({ totalDocs }) => totalDocs);
    expect([await there('papers', paper), await there('users', left.id)]).toEqual([1, 1]);
    const done = await applyRegister(payload, systemClock);
    expect(done).toEqual([
      expect.stringContaining('人选“甲（示例）”'),
      expect.stringContaining('一份证明材料'),
      expect.stringContaining(`账号“${left.name}”`),
    ]);
    expect([await there('papers', paper), await there('users', left.id)]).toEqual([0, 0]);
    const row = await payload.findByID({ collection: 'nominations', id: nomination, depth: 0 });
    expect(row).toMatchObject({ state: 'refused', consent: { paper: null } });
    expect(row.consent?.purgedOn).toBeTruthy();
    expect(await applyRegister(payload, systemClock)).toEqual([]);
  });
});
