import { createLocalReq } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../../.config/patience.ts';
import { instantOf } from '../../../campaigns/calendar/civil-day.ts';
import { createManualClock } from '../../../campaigns/outbox/engine/manual-clock.ts';
import type { Person } from '../../access/person.ts';
import { createChangeFeed } from '../../read/changes.ts';
import { createReader } from '../../read/payload-reader.ts';
import { openMongod } from '../../store/testing/mongod.ts';
import { asUser } from '../../testing/people.ts';
import { draft, newsroom, release, type Desk } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { wordingName, wordingOf } from '../../texts/wording.ts';
import { performReview } from '../perform.ts';
import { agree } from '../texts/agree.ts';
import { refuse } from '../texts/refuse.ts';
import { previewEndpoint } from './preview-endpoint.ts';
import { previewFront } from './preview-front.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());
const databases = [
  { name: 'SQLite', url: undefined },
  ...('url' in mongod ? [{ name: 'MongoDB', url: mongod.url as string | undefined }] : []),
];
const monday = instantOf('2027-03-01', '10:00');
const timed = instantOf('2027-03-15', '09:00');
const pinnedUntil = instantOf('2027-03-10', '18:00');
const titles = ['甲稿（示例）', '乙稿（示例）', '丙稿（示例）', '定时稿（示例）'] as const;

describe.each(databases)('on $name', ({ url }) => {
  let cms: TestCms;
  let desk: Desk;
  let ids: string[];
  let row: string;
  const clock = createManualClock(monday);
  beforeAll(async () => {
    if (url) process.env.CMS_TEST_MONGODB_URL = url;
    cms = await testCms();
    desk = await newsroom(cms.payload);
    ids = [];
    for (const title of titles) {
      const { id } = await draft(cms.payload, desk.author, { title });
      const from = title === titles[3] ? timed : null;
      await release(cms.payload, id, desk, clock, { from, until: null });
      ids.push(id);
    }
  }, within(120_000));
  afterAll(async () => {
    await cms.close();
    delete process.env.CMS_TEST_MONGODB_URL;
  });

  const item = (i: number, more: object = {}) => ({ story: ids[i], place: '置顶', quiet: '静默日不显示', ...more });
  const save = async (who: Person, items: object[], id?: string) => {
    const common = { depth: 0, overrideAccess: false, user: asUser(who) } as const;
    const saved = id
      ? await cms.payload.update({ collection: 'front-pages', id, data: { items } as never, ...common })
      : await cms.payload.create({ collection: 'front-pages', data: { items } as never, ...common });
    return saved.id;
  };
  const second = async (act: 'agree' | 'refuse', who: Person) => {
    const req = await createLocalReq({ user: asUser(who) }, cms.payload);
    const saved = await cms.payload.findByID({ collection: 'front-pages', id: row, depth: 0 });
    const version = wordingName(wordingOf('front-pages', saved));
    return act === 'agree'
      ? agree(req, 'front-pages', row, who, version)
      : refuse(req, 'front-pages', row, who, version, '头条不合适，请换一篇。');
  };
  const front = async (at: Date = monday) => {
    clock.set(at);
    const reader = createReader({ payload: cms.payload, clock, demo: true, siteUrl: 'https://cx.example' });
    const { lead, pinned } = await reader.frontPage();
    return [lead?.title ?? null, pinned.map(({ title }) => title)];
  };

  it('without an arrangement it is as ever, and only those who write may propose one', async () => {
    expect(await front()).toEqual([null, []]);
    for (const who of [desk.first, desk.second])
      await expect(save(who, [item(0)])).rejects.toMatchObject({ status: 403 });
  });

  it('one proposes, and nothing changes; another agrees, and it does, for pages that show it', async () => {
    const feed = createChangeFeed(cms.payload);
    await feed.poll();
    row = await save(desk.author, [
      item(1, { place: '头条' }),
      item(3),
      item(2, { untilAt: pinnedUntil.toISOString(), quiet: '静默日照常' }),
      item(0),
    ]);
    expect(await front()).toEqual([null, []]);
    expect(await second('agree', desk.author)).toMatchObject({ status: 403 });
    expect(await feed.poll()).not.toContain('front');
    expect(await second('agree', desk.first)).toMatchObject({ status: 200 });
    expect(await front()).toEqual([titles[1], [titles[2], titles[0]]]);
    expect(await feed.poll()).toContain('front');
    expect(feed.beginnings()).toContainEqual({ serial: 0, at: pinnedUntil.toISOString(), tags: ['front'] });
  });

  it('what is timed comes at its minute, what is pinned until a minute goes at it', async () => {
    expect(await front(new Date(pinnedUntil.getTime() - 60_000))).toEqual([titles[1], [titles[2], titles[0]]]);
    expect(await front(pinnedUntil)).toEqual([titles[1], [titles[0]]]);
    expect(await front(new Date(timed.getTime() - 1))).toEqual([titles[1], [titles[0]]]);
    expect(await front(timed)).toEqual([titles[1], [titles[3], titles[0]]]);
  });

  it('quiet days win: what is to give way gives way, the day after it is back', async () => {
    const quiet = '2026-12-13';
    expect(await front(instantOf(quiet, '12:00'))).toEqual([null, [titles[2]]]);
    expect(await front(instantOf('2026-12-14', '00:00'))).toEqual([titles[1], [titles[2], titles[0]]]);
  });

  it('another order waits for its second person; refused, the page stays; the preview shows both', async () => {
    await save(desk.signer, [item(0, { place: '头条' }), item(1)], row);
    expect(await front()).toEqual([titles[1], [titles[2], titles[0]]]);
    expect(await previewFront(cms.payload, timed)).toEqual({
      agreed: { lead: titles[1], pinned: [titles[3], titles[0]] },
      saved: { lead: titles[0], pinned: [titles[1]] },
    });
    expect(await second('refuse', desk.first)).toMatchObject({ status: 200 });
    expect(await front()).toEqual([titles[1], [titles[2], titles[0]]]);
  });

  it('withdrawn, it is gone from the front page at once, and cannot be put there again', async () => {
    expect(
      await performReview(
        { payload: cms.payload, clock },
        { storyId: ids[1] ?? '', act: 'withdraw', person: desk.signer, note: '有误。' },
      ),
    ).toMatchObject({ ok: true });
    expect(await front()).toEqual([null, [titles[2], titles[0]]]);
    await expect(save(desk.author, [item(0), item(1)], row)).rejects.toThrow('第2条的稿件还没有签发，或者已经撤回');
  });

  it.each([
    ['two to lead', () => [item(0, { place: '头条' }), item(2, { place: '头条' })], '头条只能有一篇'],
    ['one twice', () => [item(0), item(0, { place: '头条' })], '同一篇稿件放了两次'],
    ['no end of rows', () => Array.from({ length: 40_000 }, (_, i) => item(0, { story: `没有${i}` })), '最多9篇'],
    ['a year too far', () => [item(0, { untilAt: '+020260-01-01T00:00:00.000Z' })], '第1条的“到几时为止”'],
    ['no time', () => [item(0), item(2, { untilAt: '明天' })], '第2条的“到几时为止”'],
    ['no story', () => [{ place: '置顶', quiet: '静默日照常' }], '第1条还没有选稿件'],
  ])('%s: refused in one sentence', async (_, items, sentence) => {
    await expect(save(desk.author, items(), row)).rejects.toThrow(sentence);
  });

  it('the preview is for whoever is signed in, and says what to choose when asked for no moment', async () => {
    const ask = async (user: Person | null, at: string) => {
      const { handler } = previewEndpoint;
      const req = await createLocalReq(user ? { user: asUser(user) } : {}, cms.payload);
      Object.assign(req, { searchParams: new URLSearchParams({ at }), routeParams: {} });
      const answer = await handler(req);
      return [answer.status, await answer.json()];
    };
    expect(await ask(null, '2027-03-15T09:00')).toMatchObject([401, {}]);
    expect(await ask(desk.first, '2027-03-15T09:00')).toMatchObject([200, { agreed: { lead: null } }]);
    for (const at of ['', '2027-02-30T09:00', '2027-03-15', '2027-03-15T25:00'])
      expect(await ask(desk.first, at)).toMatchObject([422, { message: expect.stringMatching(/^请选[^。]+。$/) }]);
  });

  it('there is one arrangement, and its words are the system’s', async () => {
    await expect(save(desk.author, [item(0)])).rejects.toThrow('首页编排已经有一份');
    await save(desk.author, [{ ...item(0), serial: 999, title: '假的', until: '2099-01-01 00:00' }], row);
    const saved = await cms.payload.findByID({ collection: 'front-pages', id: row, depth: 0 });
    expect(saved.items).toMatchObject([{ serial: 1, title: titles[0], until: null }]);
  });
});
