import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../.config/patience.ts';
import { instantOf } from '../../campaigns/calendar/civil-day.ts';
import { createManualClock } from '../../campaigns/outbox/engine/manual-clock.ts';
import { endPeriods } from '../honours/end-periods.ts';
import { correctStory } from '../publication/correct-story.ts';
import { publishDue, publishMoved } from '../publication/publish.ts';
import { turnShowings } from '../publication/turn-showings.ts';
import { createReader } from '../read/payload-reader.ts';
import { createReleaseSource } from '../store/release-source.ts';
import { openMongod } from '../store/testing/mongod.ts';
import type { ReviewAct } from '../story/act.ts';
import { draft, newsroom, release, type Desk } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { performReview, type ReviewOrder } from './perform.ts';
import { whereItShows } from './testing/everything-public.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());
const databases = [
  { name: 'SQLite', url: undefined },
  ...('url' in mongod ? [{ name: 'MongoDB', url: mongod.url as string | undefined }] : []),
];
const from = instantOf('2027-03-15', '09:00');
const until = instantOf('2027-03-22', '17:30');
const justBefore = (instant: Date) => new Date(instant.getTime() - 1);

describe.each(databases)('on $name', ({ url }) => {
  let cms: TestCms;
  let desk: Desk;
  let count = 0;
  const clock = createManualClock('2027-03-01T02:00:00Z');
  beforeAll(async () => {
    if (url) process.env.CMS_TEST_MONGODB_URL = url;
    cms = await testCms();
    desk = await newsroom(cms.payload);
    await release(cms.payload, (await draft(cms.payload, desk.author, { title: '邻篇（示例）' })).id, desk, clock);
  }, within(60_000));
  afterAll(async () => {
    await cms.close();
    delete process.env.CMS_TEST_MONGODB_URL;
  });

  const row = async (story: string) =>
    (await cms.payload.find({ collection: 'publications', where: { story: { equals: story } }, depth: 0 })).docs[0];
  const act = (storyId: string, name: ReviewAct, who: keyof Desk, more: Partial<ReviewOrder> = {}) =>
    performReview({ payload: cms.payload, clock }, { storyId, act: name, person: desk[who], note: '', ...more });

  /** A story of its own word and picture, signed on 2027-03-01 to be seen as said. */
  async function signed(showing: { from: Date | null; until: Date | null }, more = {}) {
    clock.set(new Date('2027-03-01T02:00:00Z'));
    count += 1;
    const word = `独一无二${['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'][count]}字`;
    const data = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#c8102e' } })
      .png()
      .toBuffer();
    const cover = await cms.payload.create({
      collection: 'media',
      data: { alt: `${word}的图`, caption: '底板（示例）', credit: '示例', shows: 'nobody' } as never,
      file: { data, mimetype: 'image/png', name: 'a.png', size: data.length },
    });
    const story = await draft(cms.payload, desk.author, { title: `${word}（示例）`, cover: cover.id, ...more });
    const id = await release(cms.payload, story.id, desk, clock, showing);
    const publication = await row(story.id);
    const snapshot = JSON.stringify((await cms.payload.findByID({ collection: 'releases', id, depth: 0 })).snapshot);
    const picture = /"fileName":"([0-9a-f-]{36}-[a-z0-9-]+\.webp)"/.exec(snapshot)?.[1] ?? '没有图';
    return { story: story.id, release: id, sought: { serial: publication?.serial ?? 0, word, picture } };
  }
  const shows = (sought: Parameters<typeof whereItShows>[2], at: Date) => {
    clock.set(at);
    return whereItShows(cms.payload, clock, sought);
  };
  const page = (serial: number) =>
    createReader({ payload: cms.payload, clock, demo: true, siteUrl: 'https://cx.example' }).story(serial);
  const everywhere = [
    'page',
    'newest',
    'column',
    'month',
    'search',
    'search page',
    'neighbours',
    'picture',
    'broadcast.txt',
  ];

  it('nothing of it is to be seen before its minute, everything at it, nothing after its end, with no worker', async () => {
    const { sought, story } = await signed({ from, until });
    expect(await row(story)).toMatchObject({
      state: 'waiting',
      showFrom: from.toISOString(),
      until: '2027-03-22T17:30',
    });
    expect(await shows(sought, new Date('2027-03-01T02:00:01Z'))).toEqual([]);
    expect(await shows(sought, justBefore(from))).toEqual([]);
    expect(await page(sought.serial)).toBeNull();
    expect(await shows(sought, from)).toEqual(everywhere);
    expect(await page(sought.serial)).toMatchObject({
      state: 'live',
      publishedAt: '2027-03-15T09:00:00+08:00',
      updatedAt: '2027-03-15T09:00:00+08:00',
      signedAt: '2027-03-01T10:00:00+08:00',
    });
    expect(await shows(sought, justBefore(until))).toEqual(everywhere);
    // Its page says that it was there; nothing else does, the public record of corrections and withdrawals neither.
    expect(await shows(sought, until)).toEqual(['page']);
    expect(await page(sought.serial)).toMatchObject({
      state: 'withdrawn',
      withdrawnAt: '2027-03-22T17:30:00+08:00',
      reason: '这篇报道展示到期，已下线。',
    });
  });

  it('a worker writes down what has come and gone, once, takes back no copy, and changes nothing of what is seen', async () => {
    const { release: id, sought, story } = await signed({ from, until });
    clock.set(justBefore(from));
    expect(await turnShowings(cms.payload, clock)).toEqual({ came: 0, went: 0 });
    expect(await row(story)).toMatchObject({ state: 'waiting' });
    clock.set(from);
    expect((await turnShowings(cms.payload, clock)).came).toBeGreaterThan(0);
    expect(await row(story)).toMatchObject({
      state: 'live',
      firstPublishedAt: from.toISOString(),
      publishedAt: from.toISOString(),
    });
    expect(await turnShowings(cms.payload, clock)).toEqual({ came: 0, went: 0 });
    expect(await shows(sought, from)).toEqual(expect.arrayContaining(['page', 'newest', 'picture']));
    // A day late, as after a night without a worker: what takes periods of the law offline leaves this alone.
    clock.set(new Date(until.getTime() + 86_400_000));
    await endPeriods(cms.payload, clock);
    await turnShowings(cms.payload, clock);
    expect(await row(story)).toMatchObject({ state: 'over', withdrawnAt: until.toISOString(), until: '9999-12-31' });
    expect(await turnShowings(cms.payload, clock)).toEqual({ came: 0, went: 0 });
    expect(await shows(sought, new Date('2027-04-01T00:00:00Z'))).toEqual(['page']);
    expect((await cms.payload.count({ collection: 'withdrawals', where: { key: { equals: id } } })).totalDocs).toBe(0);
    await publishMoved(cms.payload, clock);
    expect(await row(story)).toMatchObject({ state: 'over' });
  });

  it('is pushed from its minute until its end', async () => {
    const { release: id } = await signed({ from, until });
    const live = (at: Date) => {
      clock.set(at);
      return createReleaseSource(cms.payload, clock).isLive(id);
    };
    expect([await live(justBefore(from)), await live(from), await live(justBefore(until)), await live(until)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it.each(['withdraw', 'withdraw-sign'] as const)(
    'taken back before its minute (%s) it was never there, and nobody is told',
    async (name) => {
      const { sought, story } = await signed({ from, until: null });
      expect(await act(story, name, 'signer', { note: '暂缓。' })).toMatchObject({
        ok: true,
        message: expect.stringContaining('到时也不会上线'),
      });
      expect(await row(story)).toMatchObject({ state: 'dropped' });
      for (const at of [clock.now(), from, until]) expect(await shows(sought, at)).toEqual([]);
      clock.set(until);
      await turnShowings(cms.payload, clock);
      await publishDue(cms.payload);
      expect(await row(story)).toMatchObject({ state: 'dropped' });
      expect(await shows(sought, until)).toEqual([]);
    },
  );

  it('taken back after its minute, which nobody had written down, it reads as any withdrawal', async () => {
    const { sought, story } = await signed({ from, until: null });
    clock.set(new Date(from.getTime() + 60_000));
    expect(await act(story, 'withdraw', 'signer', { note: '有误。' })).toMatchObject({ ok: true });
    expect(await row(story)).toMatchObject({ state: 'withdrawn', firstPublishedAt: from.toISOString() });
    expect(await shows(sought, clock.now())).toEqual(['page', 'notices']);
  });

  it('the time is changed by a signer with a reason, later, earlier or to now; words and signature stay', async () => {
    const { release: first, sought, story } = await signed({ from, until: null });
    const later = instantOf('2027-03-16', '08:00');
    const to = (showing: { from: Date | null; until: Date | null }, who: keyof Desk = 'signer', note = '等发布会。') =>
      act(story, 'reschedule', who, { showing, note });
    expect(await to({ from: later, until }, 'author')).toMatchObject({ ok: false, status: 403 });
    expect(await to({ from: later, until }, 'signer', '')).toMatchObject({ ok: false, status: 422 });
    expect(await to({ from: new Date('2027-02-01T00:00:00Z'), until: null })).toMatchObject({
      ok: false,
      message: expect.stringContaining('已经过去'),
    });
    expect(await to({ from: later, until })).toMatchObject({
      ok: true,
      stage: 'signed',
      message: expect.stringMatching(/3月16日 08:00 上线.*3月22日 17:30 下线/),
    });
    expect(await shows(sought, justBefore(later))).toEqual([]);
    expect(await shows(sought, later)).toContain('page');
    clock.set(new Date('2027-03-02T03:00:00Z'));
    const now = await to({ from: null, until: null });
    expect(now).toMatchObject({ ok: true });
    const [one, three] = await Promise.all(
      [first, (now as { releaseId: string }).releaseId].map((id) =>
        cms.payload.findByID({ collection: 'releases', id, depth: 0 }),
      ),
    );
    expect(three).toMatchObject({ version: 3, hash: one?.hash, signedBy: one?.signedBy, signedAt: one?.signedAt });
    expect(await row(story)).toMatchObject({ state: 'live', firstPublishedAt: '2027-03-02T03:00:00.000Z' });
    expect(await shows(sought, clock.now())).toContain('page');
    expect(await to({ from: later, until: null })).toMatchObject({ ok: false, status: 409 });
  });

  it('put right before its minute, by two people or by three reviews, it comes without a word of what was wrong', async () => {
    const { sought, story } = await signed({ from, until });
    const passage = { wrong: '两步', right: '三步' };
    expect(await act(story, 'correct-urgent', 'first', { passage, note: '漏了一步。' })).toMatchObject({ ok: true });
    expect(await act(story, 'correct-urgent', 'signer', { passage, note: '漏了一步。' })).toMatchObject({
      ok: true,
      message: expect.stringContaining('到定时上线的时间'),
    });
    expect(
      await correctStory({ payload: cms.payload, clock }, story, desk.signer, {
        wrong: '三步',
        right: '四步',
        note: '',
      }),
    ).toMatchObject({ status: 409, message: expect.stringContaining('还没有上线') });
    expect(await row(story)).toMatchObject({
      state: 'waiting',
      showFrom: from.toISOString(),
      until: '2027-03-22T17:30',
    });
    expect(await shows(sought, justBefore(from))).toEqual([]);
    expect(await shows(sought, from)).toEqual(expect.arrayContaining(['page', 'newest', 'search']));
    expect(await page(sought.serial)).toMatchObject({ summary: '三步，每年两次免费。', corrections: [] });
  });

  it('a lesson tells schools that it is there and that it has gone, also those who ask since then', async () => {
    const lesson = { stage: '初中', theme: '考试诚信', subject: '道德与法治', duration: 40, licence: 'CC BY-NC 4.0' };
    const { sought, story } = await signed({ from, until }, { kind: 'material', lesson, column: null });
    const feed = async (at: Date, since: Date) => {
      clock.set(at);
      const reader = createReader({ payload: cms.payload, clock, demo: true, siteUrl: 'https://cx.example' });
      const { deleted, items } = await reader.materialFeed(since.toISOString());
      return [items.map(({ serial }) => serial), deleted.map(({ serial }) => serial)];
    };
    // Rows bear the machine's own time of writing: asked since a moment after that, the clock alone tells.
    const since = new Date(Date.now() + 3_600_000);
    expect(await shows(sought, justBefore(from))).toEqual([]);
    expect(await feed(justBefore(from), since)).toEqual([[], []]);
    expect(await feed(from, since)).toEqual([[sought.serial], []]);
    expect(await shows(sought, from)).toEqual(expect.arrayContaining(['lesson', 'lessons', 'catalogue', 'zip']));
    expect(await feed(until, since)).toEqual([[], [sought.serial]]);
    expect(await row(story)).toMatchObject({ state: 'waiting' });
  });

  it('what the public has seen is not hidden again by a new version', async () => {
    const { sought, story } = await signed({ from: null, until: null });
    await cms.payload.update({ collection: 'stories', id: story, data: { summary: '改过一字，每年两次免费。' } });
    await expect(release(cms.payload, story, desk, clock, { from, until: null })).rejects.toThrow('已经公开过');
    expect(await shows(sought, clock.now())).toContain('page');
    expect(await act(story, 'sign', 'signer', { showing: { from: null, until } })).toMatchObject({ ok: true });
    expect(await shows(sought, justBefore(until))).toContain('newest');
    expect(await shows(sought, until)).toEqual(['page']);
  });
});
