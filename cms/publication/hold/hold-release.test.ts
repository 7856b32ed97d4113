import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishDue } from '../publish.ts';
import { performReview } from '../../desk/perform.ts';
import { draft, newsroom, release, type Desk } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { heldReleases } from './held-releases.ts';

let cms: TestCms;
let desk: Desk;
beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
});
afterAll(() => cms.close());

const list = (slug: string, wrong: string, more: object = {}) =>
  cms.payload.create({
    collection: 'lexicons',
    data: {
      slug,
      title: '本地用语',
      group: 'wording',
      edition: '2026-11-21',
      owner: '编辑部（示例）',
      source: '自编',
      confidence: 0.9,
      active: true,
      entries: [{ wrong, right: '', why: '不合本地用法', level: 'block', allow: [], quotable: false }],
      ...more,
    } as never,
  });
const publication = async (story: string) =>
  (await cms.payload.find({ collection: 'publications', where: { story: { equals: story } }, depth: 0 })).docs[0];

it('at signing, the word lists of that moment count', async () => {
  const { payload } = cms;
  const story = await draft(payload, desk.author, { summary: '讲一讲旧叫法甲。' });
  for (const [act, person] of [
    ['submit', desk.author],
    ['approve-first', desk.first],
    ['clear-secrecy', desk.second],
    ['approve-second', desk.second],
  ] as const) {
    expect(await performReview({ payload }, { storyId: story.id, act, person, note: '' })).toMatchObject({ ok: true });
  }
  const words = await list('local-a', '旧叫法甲');
  const sign = () => performReview({ payload }, { storyId: story.id, act: 'sign', person: desk.signer, note: '' });
  expect(await sign()).toMatchObject({ ok: false, status: 422, message: expect.stringContaining('旧叫法甲') });
  await payload.update({ collection: 'lexicons', id: words.id, data: { active: false } });
  expect(await sign()).toMatchObject({ ok: true });
});

it('a signed version whose check blocks by now is held back, told, and goes live when nothing blocks any more', async () => {
  const { payload } = cms;
  const story = await draft(payload, desk.author, { title: '第一版（示例）' });
  await release(payload, story.id, desk);
  const first = await publication(story.id);
  expect(first).toMatchObject({ title: '第一版（示例）', state: 'live' });

  // Signed, and cut short before it was published; meanwhile the words have changed.
  await payload.update({ collection: 'stories', id: story.id, data: { title: '第二版旧叫法乙（示例）' } });
  const second = await release(payload, story.id, desk);
  await payload.update({
    collection: 'publications',
    id: first?.id ?? '',
    data: { release: first?.release as never, title: '第一版（示例）' },
  });
  const words = await list('local-b', '旧叫法乙');
  await publishDue(payload);
  await publishDue(payload);
  expect(await publication(story.id)).toMatchObject({ title: '第一版（示例）' });
  expect(await heldReleases(payload)).toMatchObject([
    { releaseId: second, storyId: story.id, version: 2, findings: [{ at: '标题', rule: 'wording/local-b' }] },
  ]);
  expect((await payload.count({ collection: 'check-runs', where: { kind: { equals: 'hold' } } })).totalDocs).toBe(1);

  await payload.update({ collection: 'lexicons', id: words.id, data: { active: false } });
  await publishDue(payload);
  expect(await publication(story.id)).toMatchObject({ title: '第二版旧叫法乙（示例）', state: 'live' });
  expect(await heldReleases(payload)).toEqual([]);
});

it('a version that is held can be taken back', async () => {
  const { payload } = cms;
  const story = await draft(payload, desk.author, { title: '第三版（示例）' });
  const id = await release(payload, story.id, desk);
  const row = await publication(story.id);
  await payload.delete({ collection: 'publications', id: row?.id ?? '' });
  await list('local-c', '第三版');
  await publishDue(payload);
  expect(await publication(story.id)).toBeUndefined();
  expect((await heldReleases(payload)).map(({ releaseId }) => releaseId)).toEqual([id]);
  expect(
    await performReview({ payload }, { storyId: story.id, act: 'withdraw', person: desk.signer, note: '用词过时。' }),
  ).toMatchObject({ ok: true });
  expect(await heldReleases(payload)).toEqual([]);
  expect(await publication(story.id)).toMatchObject({ state: 'withdrawn' });
});
