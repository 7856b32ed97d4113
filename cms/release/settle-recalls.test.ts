import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createManualClock } from '../../campaigns/outbox/manual-clock.ts';
import { hostOwner } from '../../campaigns/outbox/testing/bench.ts';
import { createToyChannel, createToyPlatform } from '../../campaigns/outbox/testing/toy-channel.ts';
import { createWorker } from '../../campaigns/outbox/worker.ts';
import { performReview } from '../review/perform.ts';
import { createDeliveryStore } from '../store/payload-delivery-store.ts';
import { createReleaseSource } from '../store/release-source.ts';
import { draft, newsroom, release, type Desk } from '../testing/story.ts';
import { asUser } from '../testing/people.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { createReader } from '../read/payload-reader.ts';
import { correctStory } from './correct-story.ts';
import { publishDue } from './publish.ts';
import { recordWithdrawal } from './record-withdrawal.ts';
import { settleRecalls } from './settle-recalls.ts';

const friday = new Date('2026-06-12T10:00:00+08:00');
let cms: TestCms;
let desk: Desk;
beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
});
afterAll(() => cms.close());

/** A newsroom with one toy channel, and a story whose first version is out on it. */
async function scene() {
  const { payload } = cms;
  const clock = createManualClock(friday);
  const store = createDeliveryStore(payload);
  const platform = createToyPlatform();
  const { get, isLive } = createReleaseSource(payload);
  const worker = createWorker({
    store, clock, releases: get, isLive, channels: new Map([['weibo', createToyChannel(platform)]]), linkFor: (d) => `https://example.com/s/1?d=${d.id}`,
    owner: hostOwner('host-a'),
  });
  const story = (await draft(payload, desk.author)).id;
  const send = async (releaseId: string, postId: string) => {
    await store.create({ campaignId: 'c', postId, channel: 'weibo', releaseId, plannedAt: clock.now(), misfire: 'late', misfireWindow: 60 });
    await worker.runDue();
    const [sent] = await store.list({ postIds: [postId] });
    if (!sent) throw new Error('not there');
    return sent;
  };
  const first = await release(payload, story, desk, clock);
  const publication = async () => (await payload.find({ collection: 'publications', where: { story: { equals: story } }, depth: 0 })).docs[0];
  return { payload, clock, store, platform, worker, story, first, send, publication };
}

describe('a correction', () => {
  it('that a new version brings puts the copies of the old one right, and stands in the public record', async () => {
    const { payload, clock, first, platform, publication, send, store, story, worker } = await scene();
    const old = await send(first, `${story}-1`);
    const entry = { date: '2026-06-12', was: '两步', now: '三步', note: '漏写一步。' };
    await payload.update({ collection: 'stories', id: story, data: { summary: '三步，每年两次免费。', corrections: [entry] }, overrideAccess: false, user: asUser(desk.author) });
    const second = await release(payload, story, desk, clock);
    expect((await settleRecalls(payload, clock)).ordered).toBe(1);
    const fresh = await send(second, `${story}-2`);
    await worker.runDue();
    expect(await store.get(old.id)).toMatchObject({ state: 'confirmed', recall: 'corrected' });
    expect(await store.get(fresh.id)).toMatchObject({ state: 'confirmed', recall: null });
    expect([...platform.corrected]).toEqual([[old.id, '三步']]);
    await settleRecalls(payload, clock);
    expect((await publication())?.copies).toEqual([{ name: '微博', kind: 'correct', state: 'corrected' }]);
    const reader = createReader({ payload, clock, demo: true, siteUrl: 'https://example.com' });
    const { serial } = await publication() ?? { serial: 0 };
    expect(await reader.story(serial)).toMatchObject({ corrections: [entry], copies: [{ name: '微博', word: '已更正' }] });
    expect((await reader.notices()).find((n) => n.serial === serial)).toMatchObject({ kind: 'correction', copies: [{ name: '微博', word: '已更正' }] });
    expect(await publishDue(payload)).toEqual([]);
    expect(await settleRecalls(payload, clock)).toEqual({ ordered: 0, shown: 0 });
  });

  it('by a signer is on the page at once, and only once, also when the text is mended afterwards', async () => {
    const { payload, clock, first, platform, publication, send, story, worker } = await scene();
    const { id } = await send(first, `${story}-1`);
    const said = { wrong: '两步', right: '三步', note: '' };
    const on = { payload, clock };
    expect(await correctStory(on, story, desk.author, said)).toMatchObject({ status: 403 });
    expect(await correctStory(on, story, desk.signer, { ...said, wrong: '没有的话' })).toMatchObject({ status: 422, message: expect.stringContaining('找不到“没有的话”') });
    expect(await correctStory(on, story, desk.signer, said)).toMatchObject({ status: 200 });
    expect(await correctStory(on, story, desk.signer, said)).toMatchObject({ status: 200 });
    await worker.runDue();
    expect(platform.corrected.get(id)).toBe('三步');
    const reader = createReader({ payload, clock, demo: true, siteUrl: 'https://example.com' });
    const { serial } = await publication() ?? { serial: 0 };
    expect(await reader.story(serial)).toMatchObject({ corrections: [{ date: '2026-06-12', was: '两步', now: '三步', note: '' }] });
    await payload.update({ collection: 'stories', id: story, data: { summary: '三步，每年两次免费。', corrections: [{ date: '2026-06-13', was: '两步', now: '三步', note: '已改。' }] }, overrideAccess: false, user: asUser(desk.author) });
    await release(payload, story, desk, clock);
    await settleRecalls(payload, clock);
    expect(await reader.story(serial)).toMatchObject({ version: 2, corrections: [{ date: '2026-06-13', note: '已改。' }] });
    expect((await payload.count({ collection: 'corrections', where: { story: { equals: story } } })).totalDocs).toBe(1);
  });

  it('is not taken of what was never signed or is withdrawn', async () => {
    const { payload, clock, story } = await scene();
    const on = { payload, clock };
    const said = { wrong: '两步', right: '三步', note: '' };
    expect(await correctStory(on, (await draft(payload, desk.author)).id, desk.signer, said)).toMatchObject({ status: 404 });
    await performReview({ payload, clock }, { storyId: story, act: 'withdraw', person: desk.signer, note: '撤下' });
    expect(await correctStory(on, story, desk.signer, said)).toMatchObject({ status: 409 });
  });
});

describe('a withdrawal', () => {
  it('takes every copy back, also those of earlier versions, within three working days', async () => {
    const { payload, clock, first, platform, publication, send, store, story, worker } = await scene();
    const old = await send(first, `${story}-1`);
    await payload.update({ collection: 'stories', id: story, data: { summary: '改了一处。' }, overrideAccess: false, user: asUser(desk.author) });
    const second = await release(payload, story, desk, clock);
    const now = await send(second, `${story}-2`);
    expect([...platform.posted.keys()].sort()).toEqual([old.id, now.id].sort());

    const done = await performReview({ payload, clock }, { storyId: story, act: 'withdraw', person: desk.signer, note: '内容有误' });
    expect(done.ok).toBe(true);
    expect(await store.get(old.id)).toMatchObject({ recall: 'due', recallAt: friday });
    await worker.drain(new Date(friday.getTime() + 86_400_000));
    expect(platform.posted.size).toBe(0);
    for (const { id } of [old, now]) {
      // Friday: the third working day after it is Wednesday.
      expect(await store.get(id)).toMatchObject({ state: 'withdrawn', recall: 'deleted', nextAt: null, recallBy: new Date('2026-06-17T23:59:59.999+08:00') });
    }
    expect(await settleRecalls(payload, clock)).toMatchObject({ ordered: 0, shown: 1 });
    expect((await publication())?.copies).toEqual([{ name: '微博', kind: 'withdraw', state: 'deleted' }]);
    expect(await settleRecalls(payload, clock)).toEqual({ ordered: 0, shown: 0 });
  });

  it('that was recorded and no more is carried out by the next tick', async () => {
    const { payload, clock, first, platform, send, store, story, worker } = await scene();
    const { id } = await send(first, `${story}-1`);
    await recordWithdrawal(payload, await payload.findByID({ collection: 'releases', id: first, depth: 0 }), { reason: '撤下。', writer: null, decidedBy: '示例', decidedAt: clock.now() });
    await worker.runDue();
    expect(platform.posted.has(id)).toBe(true);
    await publishDue(payload);
    expect((await settleRecalls(payload, clock)).ordered).toBe(1);
    await worker.runDue();
    expect([platform.posted.has(id), (await store.get(id))?.state]).toEqual([false, 'withdrawn']);
  });
});
