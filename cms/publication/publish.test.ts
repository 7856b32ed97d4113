import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCase } from '../review/open-case.ts';
import { performReview } from '../desk/perform.ts';
import { draft, newsroom, release, type Desk } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { createRelease } from '../release/create-release.ts';
import { noEnd } from '../release/publication-row.ts';
import { publishDue } from './publish.ts';
import { recordWithdrawal } from '../release/record-withdrawal.ts';

let cms: TestCms;
let desk: Desk;
beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
});
afterAll(() => cms.close());

const publications = async (story: string) =>
  (await cms.payload.find({ collection: 'publications', where: { story: { equals: story } }, depth: 0 })).docs;
const stageOf = async (id: string) => (await cms.payload.findByID({ collection: 'stories', id, depth: 0 })).stage;

/** A signing whose process died right after the release was written. */
async function cutShort() {
  const story = await draft(cms.payload, desk.author);
  for (const [act, person] of [
    ['submit', desk.author],
    ['approve-first', desk.first],
    ['clear-secrecy', desk.second],
    ['approve-second', desk.second],
  ] as const) {
    await performReview({ payload: cms.payload }, { storyId: story.id, act, person, note: '' });
  }
  const opened = await openCase(cms.payload, story.id);
  if (!opened) throw new Error('no story');
  const sign = {
    act: 'sign',
    round: 1,
    by: desk.signer.id,
    byName: desk.signer.name,
    at: '2026-06-01T09:00:00+08:00',
    contentHash: opened.file.contentHash,
    note: null,
  } as const;
  const made = await createRelease(cms.payload, { ...opened, sign, signedAt: new Date(sign.at), imported: false });
  return { story: story.id, release: made };
}

describe('publishDue', () => {
  it('finishes a signing that was cut short, once', async () => {
    const { story } = await cutShort();
    expect(await publications(story)).toEqual([]);
    expect(await publishDue(cms.payload)).toHaveLength(1);
    expect((await publications(story))[0]).toMatchObject({
      state: 'live',
      firstPublishedAt: '2026-06-01T01:00:00.000Z',
      month: '2026-06',
    });
    expect(await stageOf(story)).toBe('signed');
    expect(await publishDue(cms.payload)).toEqual([]);
  });

  it('finishes a withdrawal that was cut short', async () => {
    const story = (await draft(cms.payload, desk.author)).id;
    const id = await release(cms.payload, story, desk);
    const row = await cms.payload.findByID({ collection: 'releases', id, depth: 0 });
    await recordWithdrawal(cms.payload, row, {
      reason: '撤下。',
      writer: null,
      decidedBy: desk.signer.name,
      decidedAt: new Date(),
    });
    await recordWithdrawal(cms.payload, row, {
      reason: '第二次不算。',
      writer: null,
      decidedBy: '别人',
      decidedAt: new Date(),
    });
    expect(await publishDue(cms.payload)).toHaveLength(1);
    expect((await publications(story))[0]).toMatchObject({ state: 'withdrawn', reason: '撤下。' });
    expect(await stageOf(story)).toBe('draft');
  });

  it('gives every story a number of its own, also when several processes publish at once', async () => {
    const stories = await Promise.all(Array.from({ length: 4 }, cutShort));
    await Promise.all([publishDue(cms.payload), publishDue(cms.payload), publishDue(cms.payload)]);
    for (const { story } of stories) expect(await publications(story)).toHaveLength(1);
    const { docs } = await cms.payload.find({
      collection: 'publications',
      pagination: false,
      depth: 0,
      sort: 'serial',
    });
    expect(docs.map(({ serial }) => serial)).toEqual(docs.map((_, i) => i + 1));
  });

  it('makes rows anew that are from before they knew their end and held all facts', async () => {
    const { story } = await cutShort();
    await publishDue(cms.payload);
    const [row] = await publications(story);
    await cms.payload.update({ collection: 'publications', id: row!.id, data: { until: null, searchText: '旧的' } });
    expect(await publishDue(cms.payload)).toEqual([row!.serial]);
    expect((await publications(story))[0]).toMatchObject({
      until: noEnd,
      searchText: row!.searchText,
      state: 'live',
      firstPublishedAt: row!.firstPublishedAt,
    });
    expect(await publishDue(cms.payload)).toEqual([]);
  });

  it('does not make a second release of the same round', async () => {
    const { story, release: first } = await cutShort();
    const again = await performReview(
      { payload: cms.payload },
      { storyId: story, act: 'sign', person: desk.signer, note: '' },
    );
    expect(again).toMatchObject({ ok: true, releaseId: first?.id });
    expect((await cms.payload.count({ collection: 'releases', where: { story: { equals: story } } })).totalDocs).toBe(
      1,
    );
  });
});
