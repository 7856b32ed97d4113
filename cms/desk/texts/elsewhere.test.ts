import { createLocalReq } from 'payload';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { within } from '../../../.config/patience.ts';
import { loadWorkdays } from '../../../campaigns/calendar/load-workdays.ts';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { textAlerts } from '../../admin/queries/text-alerts.ts';
import { openTexts } from './waiting.ts';
import { createReader } from '../../read/payload-reader.ts';
import { correctStory } from '../../publication/correct-story.ts';
import { withdrawnMeanwhile } from '../../release/publication-row.ts';
import { publishDue } from '../../publication/publish.ts';
import { settleRecalls } from '../../publication/settle-recalls.ts';
import { unsettledStories } from '../../publication/unsettled.ts';
import { performReview } from '../perform.ts';
import { loadRecallTerms } from '../../content/load-recall-terms.ts';
import { readRecallOrders } from '../../store/recall-orders.ts';
import { asUser } from '../../testing/people.ts';
import { signedIn, type SignedIn } from '../../testing/signed-in.ts';
import { draft, newsroom, release } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { keepCopy } from '../../texts/agreed-copies.ts';
import { agreeToWithdrawal } from '../../texts/testing/agree-to-withdrawal.ts';
import { wordingName, wordingOf } from '../../texts/wording.ts';
import { cardDoor } from '../../release/card-door.ts';

// Words that wait for a second person leave by no other way than pages either.
let cms: TestCms;
let desk: SignedIn;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['signer', 'reviewer1']);
}, within(60_000));
afterAll(() => cms.close());

it('letters and sheets that take copies back say why in words that two people stand for', async () => {
  const people = await newsroom(cms.payload);
  const { id } = await draft(cms.payload, people.author);
  const releaseId = await release(cms.payload, id, people);
  expect(
    await performReview(
      { payload: cms.payload },
      { storyId: id, act: 'withdraw', person: people.signer, note: '一个人写的理由。' },
    ),
  ).toMatchObject({ ok: true });
  const reasons = async () =>
    (
      await readRecallOrders(cms.payload, await loadRecallTerms(process.cwd()), await loadWorkdays(process.cwd()), [id])
    ).orders
      .get(releaseId)
      ?.map(({ reason }) => reason);
  expect(await reasons()).toEqual([withdrawnMeanwhile]);
  expect(await agreeToWithdrawal(cms.payload, id, people.first)).toMatchObject({ status: 200 });
  expect(await reasons()).toEqual(['一个人写的理由。']);
});

it('an agreement that is cut off before the page is written is completed by the next minute', async () => {
  const people = await newsroom(cms.payload);
  const { id } = await draft(cms.payload, people.author);
  await release(cms.payload, id, people);
  await performReview(
    { payload: cms.payload },
    { storyId: id, act: 'withdraw', person: people.signer, note: '断电前同意的理由。' },
  );
  const printed = async () =>
    (await cms.payload.find({ collection: 'publications', where: { story: { equals: id } }, depth: 0 })).docs[0]
      ?.reason;
  await publishDue(cms.payload);
  expect(await printed()).toBe(withdrawnMeanwhile);
  const {
    docs: [row],
  } = await cms.payload.find({ collection: 'withdrawals', where: { story: { equals: id } }, depth: 0 });
  await keepCopy(
    await createLocalReq({}, cms.payload),
    'withdrawals',
    row!.id,
    { reason: '断电前同意的理由。' },
    { writers: [], by: { id: people.first.id, name: people.first.name }, note: '第二人同意' },
  );
  expect(await printed()).toBe(withdrawnMeanwhile);
  await publishDue(cms.payload);
  expect(await printed()).toBe('断电前同意的理由。');
  expect(await unsettledStories(cms.payload, [id])).toEqual([]);
});

it('the calendar to subscribe to keeps every byte while one person writes, and tells of a change when a second one agrees', async () => {
  const reader = createReader({ payload: cms.payload, clock: systemClock, demo: true, siteUrl: 'http://localhost' });
  const year = Number(reader.today().slice(0, 4));
  const made = await cms.payload.create({
    collection: 'occasion-notices',
    data: { occasion: 'integrity-week', year, start: `${year}-09-01`, end: `${year}-09-07`, docNo: '示例1号' } as never,
  });
  // Long ago, so that a time which must not be told would be seen.
  await cms.payload.db.updateOne({
    collection: 'occasion-notices',
    id: made.id,
    data: { updatedAt: `${year - 1}-12-01T00:00:00.000Z` },
  });
  const before = await reader.calendarIcs();
  expect(
    (
      await desk.send('signer', `occasion-notices/${made.id}`, {
        method: 'PATCH',
        body: JSON.stringify({ end: `${year}-09-08` }),
      })
    ).status,
  ).toBe(200);
  expect(await reader.calendarIcs()).toBe(before);
  const seen = (await (await desk.get('reviewer1', `occasion-notices/${made.id}/agree`)).response.json()) as {
    version: string;
  };
  expect((await desk.post('reviewer1', `occasion-notices/${made.id}/agree`, { version: seen.version })).status).toBe(
    200,
  );
  const sequence = (text: string) => Number(/UID:integrity-week[\s\S]*?SEQUENCE:(\d+)/.exec(text)?.[1]);
  expect(sequence(await reader.calendarIcs())).toBeGreaterThan(sequence(before));
});

it('a notice that nobody agreed to stood in no calendar: deleted, it changes no byte of it; one that was public does', async () => {
  const reader = createReader({ payload: cms.payload, clock: systemClock, demo: true, siteUrl: 'http://localhost' });
  const year = Number(reader.today().slice(0, 4)) + 1;
  const calendar = () => reader.calendarIcs();
  const before = await calendar();
  const { response } = await desk.send('signer', 'occasion-notices', {
    method: 'POST',
    body: JSON.stringify({
      occasion: 'integrity-week',
      year,
      start: `${year}-09-01`,
      end: `${year}-09-07`,
      docNo: '示例3号',
    }),
  });
  const { doc } = (await response.json()) as { doc: { id: string } };
  await cms.payload.delete({ collection: 'occasion-notices', id: doc.id });
  expect(await calendar()).toBe(before);
  const open = await cms.payload.create({
    collection: 'occasion-notices',
    data: { occasion: 'integrity-week', year, start: `${year}-09-01`, end: `${year}-09-07`, docNo: '示例4号' } as never,
  });
  const shown = await calendar();
  expect(shown).not.toBe(before);
  await cms.payload.delete({ collection: 'occasion-notices', id: open.id });
  expect(await calendar()).not.toBe(before);
});

it('what a cut-off agreement or refusal of a correction leaves undone, the next minute does', async () => {
  const people = await newsroom(cms.payload);
  const { id } = await draft(cms.payload, people.author);
  await release(cms.payload, id, people);
  const card = async () =>
    cardDoor.need(
      (await cms.payload.find({ collection: 'publications', where: { story: { equals: id } }, depth: 0 })).docs[0]
        ?.card,
    );
  const enter = async (wrong: string, right: string) => {
    await correctStory({ payload: cms.payload, clock: systemClock }, id, people.signer, { wrong, right, note: '' });
    return (
      await cms.payload.find({
        collection: 'corrections',
        where: { and: [{ story: { equals: id } }, { right: { equals: right } }] },
        depth: 0,
      })
    ).docs[0]!;
  };
  const first = await enter('两步', '三步');
  expect(await card()).toMatchObject({ correcting: 1, corrections: [] });
  await keepCopy(
    await createLocalReq({}, cms.payload),
    'corrections',
    first.id,
    { wrong: '两步', right: '三步' },
    { writers: [], by: { id: people.first.id, name: people.first.name }, note: '第二人同意' },
  );
  await settleRecalls(cms.payload, systemClock);
  expect(await card()).toMatchObject({ corrections: [{ now: '三步' }] });
  expect((await card()).correcting ?? 0).toBe(0);
  const second = await enter('两次', '三次');
  expect(await card()).toMatchObject({ correcting: 1 });
  const refused = {
    version: wordingName(wordingOf('corrections', second)),
    by: people.first.id,
    name: people.first.name,
    at: systemClock.now().toISOString(),
    reason: '原文没有错。',
  };
  await cms.payload.db.updateOne({ collection: 'corrections', id: second.id, data: { refused }, returning: false });
  await settleRecalls(cms.payload, systemClock);
  expect((await card()).correcting ?? 0).toBe(0);
  expect((await card()).corrections.map(({ now }) => now)).toEqual(['三步']);
  // Nothing more to do: no minute writes it again.
  expect(await settleRecalls(cms.payload, systemClock)).toEqual({ ordered: 0, shown: 0 });
});

it('a correction that nobody has looked at when its term is over is said to everybody', async () => {
  const people = await newsroom(cms.payload);
  const { id } = await draft(cms.payload, people.author);
  await release(cms.payload, id, people);
  await correctStory({ payload: cms.payload, clock: systemClock }, id, people.signer, {
    wrong: '两步',
    right: '逾期的更正',
    note: '',
  });
  const toldBy = async (now: Date) => textAlerts(cms.payload, await openTexts(cms.payload, now), now);
  const told = async (days: number) =>
    (await toldBy(new Date(systemClock.now().getTime() + days * 86_400_000))).filter(({ what }) =>
      what.includes('逾期的更正'),
    );
  expect(await told(0)).toEqual([]);
  expect(await told(30)).toMatchObject([{ word: '更正逾期', advice: expect.stringContaining('今天看过') }]);
});

it('a story in a column that nobody has agreed to says no name of it, and names no page of it', async () => {
  const reader = createReader({ payload: cms.payload, clock: systemClock, demo: true, siteUrl: 'http://localhost' });
  const people = await newsroom(cms.payload);
  const { id } = await draft(cms.payload, people.author);
  const column = await cms.payload.create({
    collection: 'columns',
    depth: 0,
    data: {
      name: '一人建的栏',
      slug: 'lonely',
      description: '一句话。',
      type: '通知公告',
      kinds: ['knowledge'],
      writers: [{ id: people.signer.id, name: people.signer.name }],
    } as never,
  });
  await cms.payload.update({
    collection: 'stories',
    id,
    data: { column: column.id } as never,
    overrideAccess: false,
    user: asUser(people.author),
  });
  await release(cms.payload, id, people);
  const {
    docs: [page],
  } = await cms.payload.find({ collection: 'publications', where: { story: { equals: id } }, depth: 0 });
  const shown = async () =>
    JSON.stringify([await reader.story(page!.serial), (await reader.stories({})).items, await reader.columns()]);
  expect(await reader.story(page!.serial)).toMatchObject({ column: { slug: 'lonely', name: null } });
  expect(await shown()).not.toContain('一人建的栏');
  expect(await reader.column('lonely')).toBeNull();
  const seen = (await (await desk.get('reviewer1', `columns/${column.id}/agree`)).response.json()) as {
    version: string;
  };
  expect((await desk.post('reviewer1', `columns/${column.id}/agree`, { version: seen.version })).status).toBe(200);
  expect(await reader.story(page!.serial)).toMatchObject({ column: { slug: 'lonely', name: '一人建的栏' } });
});
