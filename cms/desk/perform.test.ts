import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asUser } from '../testing/people.ts';
import { draft, newsroom, release, type Desk } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { performReview } from './perform.ts';
import { agreeToWithdrawal } from '../texts/testing/agree-to-withdrawal.ts';
import { withdrawnMeanwhile } from '../release/publication-row.ts';
import { reviewersDoor } from '../story/review-doors.ts';

let cms: TestCms;
let desk: Desk;
beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
});
afterAll(() => cms.close());

const stageOf = async (id: string) => (await cms.payload.findByID({ collection: 'stories', id, depth: 0 })).stage;
const publication = async (story: string) =>
  (await cms.payload.find({ collection: 'publications', where: { story: { equals: story } }, depth: 0 })).docs[0];
const act = (storyId: string, name: Parameters<typeof performReview>[1]['act'], who: Desk[keyof Desk], note = '') =>
  performReview({ payload: cms.payload }, { storyId, act: name, person: who, note });

describe('a story through review', () => {
  it('is released exactly as approved, live at once, with who approved it', async () => {
    const story = await draft(cms.payload, desk.author);
    const releaseId = await release(cms.payload, story.id, desk);
    const made = await cms.payload.findByID({ collection: 'releases', id: releaseId, depth: 0 });
    expect(made).toMatchObject({ version: 1, signedBy: desk.signer.name, imported: false });
    expect(made.snapshot).toMatchObject({
      html: '<h2>第一步</h2><p>带上<strong>身份证件</strong>到柜台。</p>',
      text: '第一步\n\n带上身份证件到柜台。',
    });
    expect(reviewersDoor.need(made.reviewers).map((r) => r.act)).toEqual([
      'submit',
      'approve-first',
      'clear-secrecy',
      'approve-second',
      'sign',
    ]);
    expect(await publication(story.id)).toMatchObject({ state: 'live', title: '怎样查自己的信用报告（示例）' });
    expect(await stageOf(story.id)).toBe('signed');
  });

  it('goes back to draft when its content changes under review; reviews then no longer count', async () => {
    const story = await draft(cms.payload, desk.author);
    await act(story.id, 'submit', desk.author);
    await act(story.id, 'approve-first', desk.first);
    await cms.payload.update({
      collection: 'stories',
      id: story.id,
      data: { title: '改过的题目（示例）' },
      overrideAccess: false,
      user: asUser(desk.author),
    });
    expect(await stageOf(story.id)).toBe('draft');
    expect(await act(story.id, 'approve-second', desk.second)).toMatchObject({ ok: false, status: 409 });
    await release(cms.payload, story.id, desk);
    expect((await publication(story.id))?.title).toBe('改过的题目（示例）');
  });

  it('keeps what is live while a signed story is edited, and replaces it under the same number when signed again', async () => {
    const story = await draft(cms.payload, desk.author);
    const one = await release(cms.payload, story.id, desk);
    const before = await publication(story.id);
    await cms.payload.update({
      collection: 'stories',
      id: story.id,
      data: { summary: '每年三次免费。' },
      overrideAccess: false,
      user: asUser(desk.author),
    });
    expect(await stageOf(story.id)).toBe('draft');
    expect(await publication(story.id)).toMatchObject({ release: one, summary: '两步，每年两次免费。' });
    const two = await release(cms.payload, story.id, desk);
    const after = await publication(story.id);
    expect(after).toMatchObject({
      release: two,
      summary: '每年三次免费。',
      serial: before?.serial,
      firstPublishedAt: before?.firstPublishedAt,
    });
  });

  it('is not touched by saving without a change', async () => {
    const story = await draft(cms.payload, desk.author);
    await act(story.id, 'submit', desk.author);
    await cms.payload.update({
      collection: 'stories',
      id: story.id,
      data: { title: story.title, body: story.body },
      overrideAccess: false,
      user: asUser(desk.author),
    });
    expect(await stageOf(story.id)).toBe('first');
  });

  it('can be withdrawn with a public reason, keeps its number, and can be signed again', async () => {
    const story = await draft(cms.payload, desk.author);
    await release(cms.payload, story.id, desk);
    expect(await act(story.id, 'withdraw', desk.signer)).toMatchObject({ ok: false, status: 422 });
    expect(await act(story.id, 'withdraw', desk.signer, '所引规定已经修订。')).toMatchObject({
      ok: true,
      stage: 'draft',
    });
    // It is gone at once; its words wait for a second person.
    const gone = await publication(story.id);
    expect(gone).toMatchObject({ state: 'withdrawn', reason: withdrawnMeanwhile, decidedBy: desk.signer.name });
    expect(await agreeToWithdrawal(cms.payload, story.id, desk.signer)).toMatchObject({ status: 403 });
    expect(await agreeToWithdrawal(cms.payload, story.id, desk.first)).toMatchObject({ status: 200 });
    expect(await publication(story.id)).toMatchObject({
      state: 'withdrawn',
      reason: '所引规定已经修订。',
      decidedBy: desk.signer.name,
    });
    expect(await act(story.id, 'withdraw', desk.signer, '再来一次。')).toMatchObject({ ok: false, status: 409 });
    await release(cms.payload, story.id, desk);
    expect(await publication(story.id)).toMatchObject({ state: 'live', serial: gone?.serial, reason: null });
  });

  it('says what is missing instead of taking an unfinished story', async () => {
    const story = await draft(cms.payload, desk.author, { summary: '', kind: 'role-model' });
    const refused = await act(story.id, 'submit', desk.author);
    expect(refused).toMatchObject({ ok: false, status: 422 });
    expect(refused.message).toContain('请写摘要。');
    expect(refused.message).toContain('没有本人同意不能发布');
  });

  it('lets only one of two signers make the version', async () => {
    const story = await draft(cms.payload, desk.author);
    for (const [name, who] of [
      ['submit', desk.author],
      ['approve-first', desk.first],
      ['clear-secrecy', desk.second],
      ['approve-second', desk.second],
    ] as const)
      await act(story.id, name, who);
    await Promise.all([act(story.id, 'sign', desk.signer), act(story.id, 'sign', desk.signer)]);
    const { totalDocs } = await cms.payload.count({ collection: 'releases', where: { story: { equals: story.id } } });
    expect(totalDocs).toBe(1);
    expect(await stageOf(story.id)).toBe('signed');
  });
});

describe('what was signed', () => {
  it('cannot be changed or deleted, not even by the system', async () => {
    const story = await draft(cms.payload, desk.author);
    const id = await release(cms.payload, story.id, desk);
    await expect(cms.payload.update({ collection: 'releases', id, data: { title: '换掉' } })).rejects.toThrow(
      '签发稿不能修改或删除',
    );
    await expect(cms.payload.delete({ collection: 'releases', id })).rejects.toThrow('签发稿不能修改或删除');
    await expect(cms.payload.delete({ collection: 'stories', id: story.id })).rejects.toThrow('只能撤回');
  });

  it("keeps the workflow fields out of everybody's hands", async () => {
    const story = await draft(cms.payload, desk.author, { stage: 'signed', createdBy: desk.signer.id } as never);
    expect(story).toMatchObject({ stage: 'draft', createdBy: desk.author.id });
    const saved = await cms.payload.update({
      collection: 'stories',
      id: story.id,
      data: { stage: 'final', round: 9, reviews: [{}], editors: [] } as never,
      overrideAccess: false,
      user: asUser(desk.author),
      depth: 0,
    });
    expect(saved).toMatchObject({ stage: 'draft', round: 1, reviews: [] });
  });
});
