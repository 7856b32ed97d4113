import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gather } from '../../campaigns/bulkhead/stuck.ts';
import { createManualClock } from '../../campaigns/outbox/engine/manual-clock.ts';
import { hostOwner } from '../../campaigns/outbox/testing/bench.ts';
import { createToyChannel, createToyPlatform } from '../../campaigns/outbox/testing/toy-channel.ts';
import { createWorker } from '../../campaigns/outbox/engine/worker.ts';
import { performReview } from '../desk/perform.ts';
import { createDeliveryStore } from '../store/payload-delivery-store.ts';
import { createReleaseSource } from '../store/release-source.ts';
import { draft, newsroom, release, type Desk } from '../testing/story.ts';
import type { Person } from '../access/person.ts';
import { asUser, person as hire } from '../testing/people.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { createReader } from '../read/payload-reader.ts';
import { createLocalReq } from 'payload';
import { agree } from '../desk/texts/agree.ts';
import { refuse } from '../desk/texts/refuse.ts';
import { waitingTexts } from '../desk/texts/testing/waiting-texts.ts';
import { wordingName, wordingOf } from '../texts/wording.ts';
import { correctStory } from './correct-story.ts';
import { publishDue } from './publish.ts';
import { recordWithdrawal } from '../release/record-withdrawal.ts';
import { settleRecalls, settleRecallsOf } from './settle-recalls.ts';
import { cardDoor } from '../release/card-door.ts';

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
    store,
    clock,
    releases: get,
    isLive,
    channels: new Map([['weibo', createToyChannel(platform)]]),
    linkFor: (d) => `https://example.com/s/1?d=${d.id}`,
    owner: hostOwner('host-a'),
  });
  const story = (await draft(payload, desk.author)).id;
  const send = async (releaseId: string, postId: string) => {
    await store.create({
      campaignId: 'c',
      postId,
      channel: 'weibo',
      releaseId,
      plannedAt: clock.now(),
      misfire: 'late',
      misfireWindow: 60,
    });
    await worker.runDue();
    const [sent] = await store.list({ postIds: [postId] });
    if (!sent) throw new Error('not there');
    return sent;
  };
  const first = await release(payload, story, desk, clock);
  const publication = async () =>
    (await payload.find({ collection: 'publications', where: { story: { equals: story } }, depth: 0 })).docs[0];
  return { payload, clock, store, platform, worker, story, first, send, publication };
}

describe('a correction', () => {
  it('that a new version brings puts the copies of the old one right, and stands in the public record', async () => {
    const { payload, clock, first, platform, publication, send, store, story, worker } = await scene();
    const old = await send(first, `${story}-1`);
    const entry = { date: '2026-06-12', was: '两步', now: '三步', note: '漏写一步。' };
    await payload.update({
      collection: 'stories',
      id: story,
      data: { summary: '三步，每年两次免费。', corrections: [entry] },
      overrideAccess: false,
      user: asUser(desk.author),
    });
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
    const { serial } = (await publication()) ?? { serial: 0 };
    expect(await reader.story(serial)).toMatchObject({
      corrections: [entry],
      copies: [{ name: '微博', word: '已更正' }],
    });
    expect((await reader.notices()).find((n) => n.serial === serial)).toMatchObject({
      kind: 'correction',
      copies: [{ name: '微博', word: '已更正' }],
    });
    expect(await publishDue(payload)).toEqual([]);
    expect(await settleRecalls(payload, clock)).toEqual({ ordered: 0, shown: 0 });
  });

  it('by a signer is on the page and with the copies when a second person agrees, and only once, also when the text is mended afterwards', async () => {
    const { payload, clock, first, platform, publication, send, story, worker } = await scene();
    const { id } = await send(first, `${story}-1`);
    const said = { wrong: '两步', right: '三步', note: '' };
    const on = { payload, clock };
    expect(await correctStory(on, story, desk.author, said)).toMatchObject({ status: 403 });
    expect(await correctStory(on, story, desk.signer, { ...said, wrong: '没有的话' })).toMatchObject({
      status: 422,
      message: expect.stringContaining('找不到“没有的话”'),
    });
    expect(await correctStory(on, story, desk.signer, said)).toMatchObject({ status: 200 });
    expect(await correctStory(on, story, desk.signer, said)).toMatchObject({ status: 200 });
    await worker.runDue();
    expect(platform.corrected.has(id)).toBe(false);
    const reader = createReader({ payload, clock, demo: true, siteUrl: 'https://example.com' });
    const { serial } = (await publication()) ?? { serial: 0 };
    // That something is wrong is said at once, in every output; what it is, in none.
    const soon = '本文有一处内容正在更正，核定以后公布。';
    expect(await reader.story(serial)).toMatchObject({
      corrections: [],
      correcting: soon,
      whole: expect.stringContaining(soon),
      updatedAt: '2026-06-12T10:00:00+08:00',
    });
    const pushed = await createReleaseSource(payload).get(first);
    expect(pushed).toMatchObject({
      corrections: [],
      correcting: 1,
      html: expect.stringContaining(soon),
      text: expect.stringContaining(soon),
    });
    const notices = (await reader.notices()).filter((one) => one.serial === serial);
    expect(notices).toEqual([]);
    expect(
      JSON.stringify([await reader.story(serial), pushed].map((one) => ({ ...one, previous: null }))),
    ).not.toContain('三步');
    expect(await settleRecalls(payload, clock)).toEqual({ ordered: 0, shown: 0 });
    const {
      docs: [row],
    } = await payload.find({ collection: 'corrections', where: { story: { equals: story } } });
    clock.set(new Date('2026-06-12T16:30:00+08:00'));
    const req = await createLocalReq({}, payload);
    const version = wordingName(wordingOf('corrections', { ...row }));
    expect(await agree(req, 'corrections', row!.id, desk.signer, version, { clock })).toMatchObject({ status: 403 });
    expect(await agree(req, 'corrections', row!.id, desk.first, version, { clock })).toMatchObject({ status: 200 });
    await worker.runDue();
    expect(platform.corrected.get(id)).toBe('三步');
    expect(await reader.story(serial)).toMatchObject({
      updatedAt: '2026-06-12T16:30:00+08:00',
      whole: expect.not.stringContaining(soon),
    });
    expect(await reader.story(serial)).not.toHaveProperty('correcting');
    expect(await reader.story(serial)).toMatchObject({
      corrections: [{ date: '2026-06-12', was: '两步', now: '三步', note: '' }],
    });
    await payload.update({
      collection: 'stories',
      id: story,
      data: {
        summary: '三步，每年两次免费。',
        corrections: [{ date: '2026-06-13', was: '两步', now: '三步', note: '已改。' }],
      },
      overrideAccess: false,
      user: asUser(desk.author),
    });
    await release(payload, story, desk, clock);
    await settleRecalls(payload, clock);
    expect(await reader.story(serial)).toMatchObject({
      version: 2,
      corrections: [{ date: '2026-06-13', note: '已改。' }],
    });
    expect((await payload.count({ collection: 'corrections', where: { story: { equals: story } } })).totalDocs).toBe(1);
  });

  it('agreed to after a later one still reaches the copies', async () => {
    const { payload, clock, first, platform, send, story, worker } = await scene();
    const { id } = await send(first, `${story}-1`);
    const on = { payload, clock };
    await correctStory(on, story, desk.signer, { wrong: '两步', right: '三步', note: '' });
    await correctStory(on, story, desk.signer, { wrong: '两次', right: '三次', note: '' });
    const { docs } = await payload.find({
      collection: 'corrections',
      where: { story: { equals: story } },
      sort: '-at',
      depth: 0,
    });
    const req = await createLocalReq({}, payload);
    const told: unknown[] = [];
    for (const row of [docs.find(({ right }) => right === '三次')!, docs.find(({ right }) => right === '三步')!]) {
      clock.set(new Date(clock.now().getTime() + 60_000));
      expect(
        await agree(req, 'corrections', row.id, desk.first, wordingName(wordingOf('corrections', { ...row })), {
          clock,
        }),
      ).toMatchObject({ status: 200 });
      await worker.runDue();
      told.push(platform.corrected.get(id));
    }
    expect(told).toEqual(['三次', '三步']);
  });

  it('that waits may be given up, by whoever entered it or might agree, and be entered again', async () => {
    const { payload, clock, publication, story } = await scene();
    const on = { payload, clock };
    const said = { wrong: '两步', right: '三步', note: '' };
    const correcting = async () => ((await publication())?.card as { correcting?: number }).correcting ?? 0;
    await correctStory(on, story, desk.signer, said);
    const {
      docs: [row],
    } = await payload.find({ collection: 'corrections', where: { story: { equals: story } } });
    const req = await createLocalReq({}, payload);
    const version = wordingName(wordingOf('corrections', { ...row }));
    const drop = (person: Person, reason = '原文没有错。') =>
      refuse(req, 'corrections', row!.id, person, version, reason, on);
    expect(await drop(desk.author)).toMatchObject({ status: 403 });
    expect(await drop(desk.first, '不')).toMatchObject({ status: 422 });
    expect(await drop(desk.first, '身份证11010519491231002X')).toMatchObject({
      status: 422,
      message: expect.stringContaining('身份证件号码'),
    });
    expect(await correcting()).toBe(1);
    expect(await drop(desk.first)).toMatchObject({ status: 200, message: expect.stringContaining('不登') });
    expect(await drop(desk.signer)).toMatchObject({ status: 200 });
    expect(await correcting()).toBe(0);
    expect((await waitingTexts(payload)).filter(({ id }) => id === row!.id)).toEqual([]);
    expect(
      await agree(req, 'corrections', row!.id, await hire(payload, 'reviewer1'), version, { clock }),
    ).toMatchObject({ status: 409, message: expect.stringContaining('没有同意') });
    await correctStory(on, story, desk.signer, said);
    expect(await correcting()).toBe(1);
    expect(await agree(req, 'corrections', row!.id, desk.first, version, { clock })).toMatchObject({ status: 200 });
    expect(await drop(desk.signer)).toMatchObject({ status: 409, message: expect.stringContaining('已经在网站上') });
    expect(await correcting()).toBe(0);
  });

  it('that waits is agreed to with a new release that says the same', async () => {
    const { payload, clock, first, platform, publication, send, story, worker } = await scene();
    const { id } = await send(first, `${story}-1`);
    await correctStory({ payload, clock }, story, desk.signer, {
      wrong: '两步',
      right: '三步',
      note: '一个人写的说明。',
    });
    await payload.update({
      collection: 'stories',
      id: story,
      data: {
        summary: '三步，每年两次免费。',
        corrections: [{ date: '2026-06-12', was: '两步', now: '三步', note: '已改。' }],
      },
      overrideAccess: false,
      user: asUser(desk.author),
    });
    await release(payload, story, desk, clock);
    await settleRecalls(payload, clock);
    await worker.runDue();
    expect(platform.corrected.get(id)).toBe('三步');
    const card = cardDoor.need((await publication())?.card);
    expect([card.correcting ?? 0, card.corrections]).toEqual([0, [expect.objectContaining({ note: '已改。' })]]);
    const {
      docs: [row],
    } = await payload.find({ collection: 'corrections', where: { story: { equals: story } } });
    expect((await waitingTexts(payload)).filter((one) => one.id === row!.id)).toEqual([]);
  });

  it('is not taken of what was never signed or is withdrawn', async () => {
    const { payload, clock, story } = await scene();
    const on = { payload, clock };
    const said = { wrong: '两步', right: '三步', note: '' };
    expect(await correctStory(on, (await draft(payload, desk.author)).id, desk.signer, said)).toMatchObject({
      status: 404,
    });
    await performReview({ payload, clock }, { storyId: story, act: 'withdraw', person: desk.signer, note: '撤下' });
    expect(await correctStory(on, story, desk.signer, said)).toMatchObject({ status: 409 });
  });
});

describe('a withdrawal', () => {
  it('takes every copy back, also those of earlier versions, within three working days', async () => {
    const { payload, clock, first, platform, publication, send, store, story, worker } = await scene();
    const old = await send(first, `${story}-1`);
    await payload.update({
      collection: 'stories',
      id: story,
      data: { summary: '改了一处。' },
      overrideAccess: false,
      user: asUser(desk.author),
    });
    const second = await release(payload, story, desk, clock);
    const now = await send(second, `${story}-2`);
    expect([...platform.posted.keys()].sort()).toEqual([old.id, now.id].sort());

    const done = await performReview(
      { payload, clock },
      { storyId: story, act: 'withdraw', person: desk.signer, note: '内容有误' },
    );
    expect(done.ok).toBe(true);
    expect(await store.get(old.id)).toMatchObject({ recall: 'due', recallAt: friday });
    await worker.drain(new Date(friday.getTime() + 86_400_000));
    expect(platform.posted.size).toBe(0);
    for (const { id } of [old, now]) {
      // Friday: the third working day after it is Wednesday.
      expect(await store.get(id)).toMatchObject({
        state: 'withdrawn',
        recall: 'deleted',
        nextAt: null,
        recallBy: new Date('2026-06-17T23:59:59.999+08:00'),
      });
    }
    expect(await settleRecallsOf(payload, clock, [story])).toMatchObject({ ordered: 0, shown: 1 });
    expect((await publication())?.copies).toEqual([{ name: '微博', kind: 'withdraw', state: 'deleted' }]);
    expect(await settleRecallsOf(payload, clock, [story])).toMatchObject({ ordered: 0, shown: 0 });
  });

  it('that was recorded and no more is carried out by the next tick', async () => {
    const { payload, clock, first, platform, send, store, story, worker } = await scene();
    const { id } = await send(first, `${story}-1`);
    await recordWithdrawal(payload, await payload.findByID({ collection: 'releases', id: first, depth: 0 }), {
      reason: '撤下。',
      writer: null,
      decidedBy: '示例',
      decidedAt: clock.now(),
    });
    await worker.runDue();
    expect(platform.posted.has(id)).toBe(true);
    await publishDue(payload);
    expect((await settleRecalls(payload, clock)).ordered).toBe(1);
    await worker.runDue();
    expect([platform.posted.has(id), (await store.get(id))?.state]).toEqual([false, 'withdrawn']);
  });
});

it('a copy that cannot be read stays in the public record as it stood, and everything else is told', async () => {
  const { payload, clock, first, publication, send, store, story, worker } = await scene();
  const copy = await send(first, `${story}-1`);
  await recordWithdrawal(payload, await payload.findByID({ collection: 'releases', id: first, depth: 0 }), {
    reason: '撤下。',
    writer: null,
    decidedBy: '示例',
    decidedAt: clock.now(),
  });
  await settleRecalls(payload, clock);
  await worker.runDue();
  await settleRecalls(payload, clock);
  const stood = (await publication())?.copies;
  expect(stood).toMatchObject([{ name: '微博', kind: 'withdraw' }]);
  await payload.db.updateOne({ collection: 'deliveries', id: copy.id, data: { progress: [1] }, returning: false });
  const { stuck } = await gather(() => settleRecalls(payload, clock));
  expect(stuck.map(({ item }) => item)).toContain(`delivery ${copy.id}`);
  expect((await publication())?.copies).toEqual(stood);
  await payload.db.updateOne({ collection: 'deliveries', id: copy.id, data: { progress: {} }, returning: false });
  expect(await store.get(copy.id)).not.toBeNull();
});
