import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../.config/patience.ts';
import { snapshotOf } from '../release/publication-row.ts';
import { markdownToRichText } from '../rich-text/from-markdown.ts';
import { upload } from '../rich-text/make.ts';
import { openMongod } from '../store/testing/mongod.ts';
import { draft, newsroom, release, type Desk } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { picturesMovedSentence } from '../story/case-file.ts';
import { performReview } from '../desk/perform.ts';
import type { ReviewAct } from '../story/act.ts';
import { reviewsDoor } from '../story/review-doors.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());
const databases = [
  { name: 'SQLite', url: undefined },
  ...('url' in mongod ? [{ name: 'MongoDB', url: mongod.url as string | undefined }] : []),
];

describe.each(databases)('on $name', ({ url }) => {
  let cms: TestCms;
  let desk: Desk;
  beforeAll(async () => {
    if (url) process.env.CMS_TEST_MONGODB_URL = url;
    cms = await testCms();
    desk = await newsroom(cms.payload);
  }, within(60_000));
  afterAll(async () => {
    await cms.close();
    delete process.env.CMS_TEST_MONGODB_URL;
  });

  const picture = async () => {
    const data = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#c8102e' } })
      .png()
      .toBuffer();
    return (
      await cms.payload.create({
        collection: 'media',
        data: { alt: '一块红色的底板', caption: '底板（示例）', credit: '示例', shows: 'nobody' } as never,
        file: { data, mimetype: 'image/png', name: 'a.png', size: data.length },
      })
    ).id;
  };
  const change = (id: string, data: object) =>
    cms.payload.update({ collection: 'media', id, data: data as never, depth: 0 });
  const act = (storyId: string, name: ReviewAct, who: keyof Desk, note = '') =>
    performReview({ payload: cms.payload }, { storyId, act: name, person: desk[who], note });
  const steps = [
    ['submit', 'author'],
    ['approve-first', 'first'],
    ['clear-secrecy', 'second'],
    ['approve-second', 'second'],
    ['sign', 'signer'],
  ] as const;

  const changes: [string, Record<string, string>][] = [
    ['alternative text', { alt: '审过以后改的' }],
    ['caption', { caption: '审过以后改的' }],
    ['credit', { credit: '审过以后改的' }],
  ];

  it.each(changes)(
    '%s: changed after the reviews, it voids them and says so; reviewed anew it is signed',
    async (_, changed) => {
      const cover = await picture();
      const { id } = await draft(cms.payload, desk.author, { cover } as never);
      for (const [name, who] of steps.slice(0, 4)) expect(await act(id, name, who)).toMatchObject({ ok: true });
      await change(cover, changed);
      expect(await act(id, 'sign', 'signer')).toEqual({ ok: false, status: 409, message: picturesMovedSentence });
      expect((await cms.payload.count({ collection: 'releases', where: { story: { equals: id } } })).totalDocs).toBe(0);
      expect(await act(id, 'return', 'signer', '配图改过，请重新送审。')).toMatchObject({ ok: true });
      const releaseId = await release(cms.payload, id, desk);
      const { cover: printed } = snapshotOf(
        await cms.payload.findByID({ collection: 'releases', id: releaseId, depth: 0 }),
      );
      expect(printed).toMatchObject(changed);
    },
  );

  it.each([[{ shows: 'adult' }], [{ portraitGround: 'self', portraitPaper: '示例同意书第1号' }]])(
    'whom it shows and on what ground count too: %j',
    async (answer) => {
      const cover = await picture();
      const { id } = await draft(cms.payload, desk.author, { cover } as never);
      for (const [name, who] of steps.slice(0, 4)) expect(await act(id, name, who)).toMatchObject({ ok: true });
      await change(cover, answer);
      expect(await act(id, 'sign', 'signer')).toEqual({ ok: false, status: 409, message: picturesMovedSentence });
      await change(cover, { shows: 'nobody', portraitGround: null, portraitPaper: null });
      expect(await act(id, 'sign', 'signer')).toMatchObject({ ok: true });
    },
  );

  it('changed between the first and the second review, also of a picture in the text', async () => {
    const inText = await picture();
    const text = markdownToRichText('看图。');
    const body = { root: { ...text.root, children: [...(text.root.children ?? []), upload(inText)] } };
    const { id } = await draft(cms.payload, desk.author, { body } as never);
    for (const [name, who] of steps.slice(0, 2)) expect(await act(id, name, who)).toMatchObject({ ok: true });
    await change(inText, { alt: '初审以后改的' });
    expect(await act(id, 'approve-second', 'second')).toEqual({
      ok: false,
      status: 409,
      message: picturesMovedSentence,
    });
    // Put back as it was reviewed, nothing is in the way.
    await change(inText, { alt: '一块红色的底板' });
    for (const [name, who] of steps.slice(2)) expect(await act(id, name, who)).toMatchObject({ ok: true });
  });

  it('what is not printed voids nothing, and reviews from before pictures were kept in them stand', async () => {
    const cover = await picture();
    const { id } = await draft(cms.payload, desk.author, { cover } as never);
    for (const [name, who] of steps.slice(0, 4)) expect(await act(id, name, who)).toMatchObject({ ok: true });
    const { reviews } = await cms.payload.findByID({ collection: 'stories', id, depth: 0 });
    const older = reviewsDoor.need(reviews).map(({ pictures: _pictures, ...review }) => review);
    expect(older).not.toEqual(reviews);
    await cms.payload.db.updateOne({ collection: 'stories', id, data: { reviews: older } });
    await change(cover, { alt: '升级以前审的' });
    expect(await act(id, 'sign', 'signer')).toMatchObject({ ok: true });
  });

  it('an urgent correction brings in no words of a picture that nobody has reviewed', async () => {
    const cover = await picture();
    const { id } = await draft(cms.payload, desk.author, { cover } as never);
    await release(cms.payload, id, desk);
    await change(cover, { alt: '签发以后改的' });
    const passage = { wrong: '两步', right: '三步' };
    expect(
      await performReview(
        { payload: cms.payload },
        { storyId: id, act: 'correct-urgent', person: desk.signer, note: '数错了。', passage },
      ),
    ).toMatchObject({ ok: false, status: 409 });
    await change(cover, { alt: '一块红色的底板' });
    expect(
      await performReview(
        { payload: cms.payload },
        { storyId: id, act: 'correct-urgent', person: desk.signer, note: '数错了。', passage },
      ),
    ).toMatchObject({ ok: true });
  });
});
