import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviewAlerts } from '../../admin/queries/review-alerts.ts';
import type { Person } from '../../access/person.ts';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { createStanding } from '../../store/standing.ts';
import { readStory } from '../../read/payload/story.ts';
import { createRelease } from '../../release/create-release.ts';
import { publishStory } from '../../publication/publish.ts';
import { asUser, person } from '../../testing/people.ts';
import { draft, newsroom, release, type Desk } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { openCase } from '../open-case.ts';
import { performReview } from '../../desk/perform.ts';
import { urgentCorrection, urgentNames } from './urgent-correction.ts';

let cms: TestCms;
let desk: Desk;
beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
});
afterAll(() => cms.close());

const passage = { wrong: '两步', right: '三步' };
const clockAt = (hours: number) => ({
  now: () => new Date(Date.now() + hours * 3_600_000),
  sleep: () => Promise.resolve(),
});
const correct = (
  storyId: string,
  who: Person,
  more: { passage?: typeof passage; note?: string; hours?: number } = {},
) =>
  performReview(
    { payload: cms.payload, clock: clockAt(more.hours ?? 0) },
    { storyId, act: 'correct-urgent', person: who, note: more.note ?? '漏写一步。', passage: more.passage ?? passage },
  );
const signedStory = async () => {
  const story = await draft(cms.payload, desk.author);
  await release(cms.payload, story.id, desk);
  return story.id;
};
const read = async (storyId: string) => {
  const { docs } = await cms.payload.find({
    collection: 'publications',
    where: { story: { equals: storyId } },
    depth: 0,
  });
  const found = await readStory(
    { payload: cms.payload, standing: createStanding(cms.payload, systemClock) },
    docs[0]?.serial ?? 0,
    '编辑部',
  );
  if (found?.state !== 'live') throw new Error('not live');
  return found;
};
const storyOf = (id: string) => cms.payload.findByID({ collection: 'stories', id, depth: 0 });

describe('an urgent correction', () => {
  it('goes live when a second person confirms it, with both names, what was wrong and why, open to all', async () => {
    const id = await signedStory();
    expect(await correct(id, desk.second)).toMatchObject({ ok: true, stage: 'signed', releaseId: null });
    expect((await read(id)).summary).toContain('两步');
    expect(await correct(id, desk.second)).toMatchObject({
      ok: false,
      status: 409,
      message: expect.stringContaining('另一位'),
    });
    expect(await correct(id, desk.signer)).toMatchObject({ ok: true, stage: 'first' });
    const shown = await read(id);
    expect(shown.summary).toBe('三步，每年两次免费。');
    expect(shown.reviewNote).toContain(`${desk.second.name}、${desk.signer.name}两人核定`);
    expect(shown.corrections).toMatchObject([
      {
        was: '两步',
        now: '三步',
        note: `漏写一步（紧急更正：${desk.second.name}提出，${desk.signer.name}核对，三审随后补做）。`,
      },
    ]);
    const { docs } = await cms.payload.find({ collection: 'corrections', where: { story: { equals: id } }, depth: 0 });
    expect(docs).toMatchObject([{ wrong: '两步', right: '三步', by: `${desk.second.name}、${desk.signer.name}` }]);
    expect(await storyOf(id)).toMatchObject({
      stage: 'first',
      summary: '三步，每年两次免费。',
      editors: [desk.second.id],
    });
  });

  it('is followed by three reviews, which whoever proposed it takes no part in; until then 今日 says so', async () => {
    const id = await signedStory();
    await correct(id, desk.second);
    await correct(id, desk.signer);
    const told = async () =>
      (await reviewAlerts(cms.payload, new Date()))
        .filter(({ id: alert }) => alert === `urgent-${id}`)
        .map(({ word }) => word);
    expect(await told()).toEqual(['待补三审']);
    const act = (name: 'approve-first' | 'clear-secrecy' | 'approve-second' | 'sign', who: Person) =>
      performReview({ payload: cms.payload }, { storyId: id, act: name, person: who, note: '' });
    expect((await act('approve-first', desk.first)).ok).toBe(true);
    expect(await act('approve-second', desk.second)).toMatchObject({ ok: false, status: 403 });
    const other = await person(cms.payload, 'reviewer2', 'secrecy');
    expect((await act('clear-secrecy', other)).ok).toBe(true);
    expect((await act('approve-second', other)).ok).toBe(true);
    expect(await act('sign', desk.signer)).toMatchObject({ ok: true, stage: 'signed' });
    expect(await told()).toEqual([]);
    const shown = await read(id);
    expect(shown).toMatchObject({
      version: 3,
      summary: '三步，每年两次免费。',
      reviewNote: '本稿经初审、复审、终审，由终审人签发后发布',
    });
    expect(shown.corrections).toHaveLength(1);
  });

  it('needs a signer among the two', async () => {
    const id = await signedStory();
    await correct(id, desk.second);
    expect(await correct(id, desk.first)).toMatchObject({
      ok: false,
      status: 403,
      message: expect.stringContaining('要有一位终审人'),
    });
    const other = await signedStory();
    expect((await correct(other, desk.signer)).ok).toBe(true);
    expect(await correct(other, desk.first)).toMatchObject({ ok: true, stage: 'first' });
  });

  it('is another proposal when the words differ', async () => {
    const id = await signedStory();
    await correct(id, desk.signer);
    expect(await correct(id, desk.first, { passage: { wrong: '两步', right: '四步' } })).toMatchObject({
      ok: true,
      stage: 'signed',
    });
    expect((await read(id)).summary).toContain('两步');
  });

  it.each([
    ['is not in what is live', { passage: { wrong: '五步', right: '三步' } }, 422, '找不到“五步”'],
    ['runs over emphasis', { passage: { wrong: '带上身份证件', right: '携带身份证件' } }, 422, '加粗'],
    ['makes the summary too long', { passage: { wrong: '两步', right: '三'.repeat(60) } }, 422, '超过54个字'],
    ['brings in what may not be published', { passage: { wrong: '两步', right: '电话13912345678' } }, 422, '139'],
    ['has no reason', { note: ' ' }, 422, '原因'],
    ['comes too late', { hours: 80 }, 409, '超过72小时'],
  ])('is refused when it %s', async (_, more, status, sentence) => {
    const id = await signedStory();
    expect(await correct(id, desk.signer, more)).toMatchObject({
      ok: false,
      status,
      message: expect.stringContaining(sentence),
    });
  });

  it('is refused to the author, to those without a review role, and once the draft has moved on', async () => {
    const id = await signedStory();
    const hats: Person = { ...desk.author, roles: ['author', 'signer', 'reviewer1'] };
    expect(await correct(id, hats)).toMatchObject({
      ok: false,
      status: 403,
      message: expect.stringContaining('自己写'),
    });
    expect(await correct(id, await person(cms.payload, 'admin'))).toMatchObject({ ok: false, status: 403 });
    await correct(id, desk.first);
    await cms.payload.update({
      collection: 'stories',
      id,
      data: { summary: '两步，每年三次。' },
      overrideAccess: false,
      user: asUser(desk.author),
    });
    expect(await correct(id, desk.signer)).toMatchObject({ ok: false, status: 409 });
  });

  it('of two who confirm at once makes one version', async () => {
    const id = await signedStory();
    await correct(id, desk.signer);
    await Promise.all([correct(id, desk.first), correct(id, desk.second)]);
    expect((await cms.payload.count({ collection: 'releases', where: { story: { equals: id } } })).totalDocs).toBe(2);
    expect(await storyOf(id)).toMatchObject({ stage: 'first' });
  });

  it('cut short after its release is written into the story by the next tick', async () => {
    const id = await signedStory();
    await correct(id, desk.second);
    const opened = await openCase(cms.payload, id);
    const proposal = opened?.file.reviews.at(-1);
    if (!opened || !proposal) throw new Error('no proposal');
    const confirm = { ...proposal, by: desk.signer.id, byName: desk.signer.name };
    const made = urgentCorrection(opened.story, proposal, confirm);
    if (typeof made === 'string') throw new Error(made);
    await createRelease(cms.payload, {
      ...opened,
      story: { ...opened.story, ...made.content },
      sign: made.reviewers[1],
      signedAt: new Date(),
      imported: false,
      urgent: { reviewers: made.reviewers, names: urgentNames(made.reviewers) },
    });
    expect((await storyOf(id)).stage).toBe('signed');
    await publishStory(cms.payload, id);
    expect(await storyOf(id)).toMatchObject({ stage: 'first', summary: '三步，每年两次免费。' });
    expect((await read(id)).summary).toBe('三步，每年两次免费。');
  });
});
