import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '../../campaigns/calendar/civil-day.ts';
import { createManualClock } from '../../campaigns/outbox/engine/manual-clock.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { releaseBatches } from '../honours/release-batches.ts';
import { turnShowings } from '../publication/turn-showings.ts';
import { createReader } from '../read/payload-reader.ts';
import type { ReviewAct } from '../story/act.ts';
import { draft, newsroom, release, type Desk } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { performReview, type ReviewOrder } from './perform.ts';

let cms: TestCms;
let desk: Desk;
const signedOn = instantOf('2027-03-01', '10:00');
const from = instantOf('2027-03-15', '09:00');
const later = instantOf('2027-03-20', '09:00');
const clock = createManualClock(signedOn);
beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
});
afterAll(() => cms.close());

/** A story that waits for `from`. */
async function waiting(more = {}): Promise<string> {
  clock.set(signedOn);
  const { id } = await draft(cms.payload, desk.author, more);
  await release(cms.payload, id, desk, clock, { from, until: null });
  return id;
}
const act = (storyId: string, name: ReviewAct, more: Partial<ReviewOrder> = {}, at: Clock = clock) =>
  performReview(
    { payload: cms.payload, clock: at },
    { storyId, act: name, person: desk.signer, note: '再等等。', ...more },
  );
const row = async (story: string) =>
  (await cms.payload.find({ collection: 'publications', where: { story: { equals: story } }, depth: 0 })).docs[0];
const seen = async (story: string, at: Date): Promise<string | null> => {
  clock.set(at);
  const reader = createReader({ payload: cms.payload, clock, demo: true, siteUrl: 'https://cx.example' });
  return (await reader.story((await row(story))?.serial ?? 0))?.state ?? null;
};

it('taken back before its minute and signed again after it, the first day is the second signing, not the minute that never came', async () => {
  const story = await waiting();
  clock.set(instantOf('2027-03-10', '10:00'));
  expect(await act(story, 'withdraw')).toMatchObject({ ok: true });
  const again = instantOf('2027-03-20', '10:00');
  clock.set(again);
  await cms.payload.update({ collection: 'stories', id: story, data: { summary: '改过，每年两次免费。' } });
  await release(cms.payload, story, desk, clock);
  expect(await row(story)).toMatchObject({ state: 'live', firstPublishedAt: again.toISOString(), month: '2027-03' });
});

it('signed anew by somebody who says nothing of its time, it keeps the minute it waits for', async () => {
  const signAgain = async (story: string, summary: string, more: Partial<ReviewOrder>) => {
    await cms.payload.update({ collection: 'stories', id: story, data: { summary } });
    const steps = [
      ['submit', desk.author],
      ['approve-first', desk.first],
      ['clear-secrecy', desk.second],
      ['approve-second', desk.second],
    ] as const;
    for (const [name, person] of steps)
      expect(await act(story, name, { person, note: '' })).toMatchObject({ ok: true });
    expect(await act(story, 'sign', more)).toMatchObject({ ok: true });
  };
  const story = await waiting();
  await signAgain(story, '改过一次。', {});
  expect(await row(story)).toMatchObject({ state: 'waiting', showFrom: from.toISOString() });
  expect(await seen(story, new Date(from.getTime() - 1))).toBeNull();
  clock.set(signedOn);
  await signAgain(story, '改过两次。', { showing: { from: null, until: null } });
  expect(await row(story)).toMatchObject({ state: 'live' });
});

const passage = { wrong: '两步', right: '三步' };
it.each([
  ['another time', 'reschedule', { showing: { from: later, until: null } }],
  ['other words', 'correct-urgent', { passage }],
] as const)('taken back by one while another gives it %s, it is taken back', async (_, name, order) => {
  for (const first of [true, false]) {
    const story = await waiting();
    if (name === 'correct-urgent')
      expect(await act(story, name, { ...order, person: desk.first })).toMatchObject({ ok: true });
    const acts = [() => act(story, 'withdraw'), () => act(story, name, order)];
    await Promise.all((first ? acts : acts.toReversed()).map((one) => one()));
    expect(await row(story)).toMatchObject({ state: 'dropped' });
    await turnShowings(cms.payload, clock);
    expect([await seen(story, from), await seen(story, later)]).toEqual([null, null]);
  }
});

it('two signers who change its time at once: one does, the other is told, and the row says the time of the one', async () => {
  const story = await waiting();
  const to = (at: Date) => act(story, 'reschedule', { showing: { from: at, until: null } });
  const done = await Promise.all([to(later), to(instantOf('2027-03-18', '08:00'))]);
  expect(done.filter(({ ok }) => ok)).toHaveLength(1);
  expect(done.find(({ ok }) => !ok)).toMatchObject({ status: 409 });
  expect((await row(story))?.showFrom).toBe((done[0]?.ok ? later : instantOf('2027-03-18', '08:00')).toISOString());
});

it('put off in the very moment in which it comes, it has come: what was public is not hidden again', async () => {
  const story = await waiting();
  let asked = 0;
  const striking: Clock = { ...clock, now: () => new Date(from.getTime() + (asked++ === 0 ? -1 : 5)) };
  expect(await act(story, 'reschedule', { showing: { from: later, until: null } }, striking)).toMatchObject({
    ok: false,
    status: 409,
  });
  await turnShowings(cms.payload, { ...clock, now: () => new Date(from.getTime() + 1000) });
  expect(await seen(story, new Date(from.getTime() + 1000))).toBe('live');
});

it('put off, and the checks hold the new version back: it does not come at the old minute either', async () => {
  const story = await waiting({ summary: '讲一讲旧叫法丙。' });
  const words = await cms.payload.create({
    collection: 'lexicons',
    data: {
      slug: 'local-c',
      title: '本地用语',
      group: 'wording',
      edition: '2026-11-21',
      owner: '编辑部（示例）',
      source: '自编',
      confidence: 0.9,
      active: true,
      entries: [{ wrong: '旧叫法丙', right: '', why: '不合本地用法', level: 'block', allow: [], quotable: false }],
    } as never,
  });
  expect(await act(story, 'reschedule', { showing: { from: later, until: null } })).toMatchObject({ ok: true });
  expect(await seen(story, from)).toBeNull();
  await turnShowings(cms.payload, clock);
  expect(await seen(story, from)).toBeNull();
  await cms.payload.update({ collection: 'lexicons', id: words.id, data: { active: false } });
  await turnShowings(cms.payload, clock);
  expect(await row(story)).toMatchObject({ state: 'waiting', showFrom: later.toISOString() });
  expect([await seen(story, new Date(later.getTime() - 1)), await seen(story, later)]).toEqual([null, 'live']);
});

it.each([
  ['the time', instantOf('2027-03-10', '10:00'), from],
  ['the batch', instantOf('2027-03-18', '10:00'), instantOf('2027-03-18', '10:00')],
])('in a batch the later of the two counts: %s', async (_, letGo, shown) => {
  clock.set(signedOn);
  const { payload } = cms;
  const batch = await payload.create({
    collection: 'batches',
    data: { name: letGo < from ? '先放行' : '后放行', batchDate: '2027-03-01' } as never,
  });
  const { id: story } = await draft(payload, desk.author);
  const member = async (more: object) => {
    const { id } = await payload.create({
      collection: 'nominations',
      data: {
        name: '示例商贸',
        subject: 'unit',
        category: '诚信单位',
        place: '示例县',
        recommendedBy: '示例镇',
        deed: '守一杆秤。',
      } as never,
    });
    await payload.db.updateOne({
      collection: 'nominations',
      id,
      data: { batch: batch.id, ...more } as never,
      returning: false,
    });
    return id;
  };
  await member({ story, state: 'accepted' });
  const other = await member({ state: 'proposed' });
  await release(payload, story, desk, clock, { from, until: null });
  expect(await row(story)).toBeUndefined();
  clock.set(letGo);
  await payload.db.updateOne({
    collection: 'nominations',
    id: other,
    data: { state: 'refused' } as never,
    returning: false,
  });
  await releaseBatches(payload, clock);
  expect(await row(story)).toMatchObject({ state: letGo < from ? 'waiting' : 'live' });
  expect([await seen(story, new Date(from.getTime() - 1)), await seen(story, shown)]).toEqual(
    letGo < from ? [null, 'live'] : ['live', 'live'],
  );
  expect(await row(story)).toMatchObject({ firstPublishedAt: shown.toISOString() });
});
