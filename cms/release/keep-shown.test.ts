import { afterAll, beforeAll, expect, it } from 'vitest';
import sharp from 'sharp';
import { aColumn, draft, newsroom, release, type Desk } from '../testing/story.ts';
import { asUser } from '../testing/people.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { createReader } from '../read/payload-reader.ts';
import { block, textNode, upload } from '../rich-text/make.ts';
import { loadPictures } from './pictures.ts';
import { lostPictures } from '../review/lost-pictures.ts';
import { performReview } from '../desk/perform.ts';
import { signedIn } from '../testing/signed-in.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';

let cms: TestCms;
let desk: Desk;
beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
});
afterAll(() => cms.close());

async function picture(): Promise<string> {
  const data = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#c8102e' } })
    .png()
    .toBuffer();
  const row = await cms.payload.create({
    collection: 'media',
    data: { alt: '一块红色的底板', shows: 'nobody' } as never,
    file: { data, mimetype: 'image/png', name: 'a.png', size: data.length },
  });
  return row.id;
}

it('keeps a picture that a release shows, and shows it to the public only while the story is live', async () => {
  const { payload } = cms;
  const [used, free] = [await picture(), await picture()];
  const story = await draft(payload, desk.author, { cover: used } as never);
  const reader = createReader({ payload, clock: systemClock, demo: true, siteUrl: 'http://localhost' });
  expect(await reader.media(`${used}-card-640.webp`)).toBeNull();
  await release(payload, story.id, desk);
  expect(await reader.media(`${used}-card-640.webp`)).toMatchObject({ mime: 'image/webp' });
  expect(await reader.media(`${used}-original.png`)).toBeNull();
  expect(await reader.media(`${free}-card-640.webp`)).toBeNull();
  await expect(payload.delete({ collection: 'media', id: used })).rejects.toThrow('用着这张图片');
  await payload.delete({ collection: 'media', id: free });
});

it('throws no picture into the trash that a story shows, and gives one back whole', async () => {
  const { payload } = cms;
  const trash = (id: string, deletedAt: string | null) =>
    payload.update({ collection: 'media', id, data: { deletedAt } as never, trash: deletedAt === null });
  const [cover, inText, free] = [await picture(), await picture(), await picture()];
  await draft(payload, desk.author, { cover, body: { root: block('root', [upload(inText)]) } } as never);
  const now = new Date().toISOString();
  await expect(trash(cover, now)).rejects.toThrow('用着这张图片，不能放进回收站');
  await expect(trash(inText, now)).rejects.toThrow('用着这张图片，不能放进回收站');
  await trash(free, now);
  expect((await loadPictures(payload, [free])).size).toBe(0);
  await trash(free, null);
  expect((await loadPictures(payload, [free])).get(free)?.renditions.length).toBeGreaterThan(0);
});

it('keeps a column with stories in it, and its address', async () => {
  const { payload } = cms;
  const full = await aColumn(payload);
  await expect(payload.delete({ collection: 'columns', id: full })).rejects.toThrow('还有');
  const saved = await payload.update({
    collection: 'columns',
    id: full,
    data: { slug: 'other', name: '新名字' },
    overrideAccess: false,
    user: asUser({ ...desk.signer, roles: ['admin'] }),
  });
  expect(saved).toMatchObject({ slug: 'knowledge', name: '新名字' });
});

it('no door deletes a picture that a draft, a thrown-away draft, a campaign or unsaved text uses; it says which', async () => {
  const { payload } = cms;
  const desk2 = await signedIn(cms, ['admin']);
  const doors = async (id: string) => {
    const sent = (path: string, method: string, body?: object) =>
      desk2
        .send('admin', path, { method, ...(body ? { body: JSON.stringify(body) } : {}) })
        .then(async ({ response, status }) => ({ status, text: await response.text() }));
    return [
      await sent(`media/${id}`, 'DELETE'),
      await sent(`media?where[id][equals]=${id}`, 'DELETE'),
      await sent(`media/${id}`, 'PATCH', { deletedAt: new Date().toISOString() }),
    ];
  };
  const [cover, inText, evidence, typed, trashed] = [
    await picture(),
    await picture(),
    await picture(),
    await picture(),
    await picture(),
  ];
  await draft(payload, desk.author, { title: '用题图的稿', cover } as never);
  await draft(payload, desk.author, {
    title: '正文有图的稿',
    body: { root: block('root', [upload(inText)]) },
  } as never);
  const thrown = await draft(payload, desk.author, { title: '扔了的稿', cover: trashed } as never);
  await payload.update({
    collection: 'stories',
    id: thrown.id,
    data: { deletedAt: new Date().toISOString() } as never,
  });
  await payload.create({
    collection: 'campaigns',
    data: {
      slug: 'a',
      year: 2026,
      title: '有佐证的活动',
      theme: '主题',
      standfirst: '一句话',
      occasion: 'credit-record-day',
      phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
      tasks: [{ name: '印', offsetDays: -1, evidenceFile: evidence }],
    } as never,
  });
  await payload.create({
    collection: 'working-copies',
    data: {
      key: 'x:y',
      content: { body: { root: block('root', [upload(typed)]) } } as never,
      keptAt: new Date().toISOString(),
    },
  });
  for (const [id, where] of [
    [cover, '用题图的稿'],
    [inText, '正文有图的稿'],
    [trashed, '扔了的稿'],
    [evidence, '有佐证的活动'],
    [typed, '还没有保存的稿件'],
  ] as const) {
    for (const { status, text } of await doors(id))
      expect([status, text]).toEqual([409, expect.stringContaining(where)]);
    expect((await payload.count({ collection: 'media', where: { id: { equals: id } } })).totalDocs).toBe(1);
  }
});

it('a story whose picture is gone all the same is not handed in', async () => {
  const { payload } = cms;
  const [cover, inText] = [await picture(), await picture()];
  const story = await draft(payload, desk.author, {
    cover,
    body: { root: block('root', [block('paragraph', [textNode('正文。')]), upload(inText)]) },
  } as never);
  // As a broken disk, a restored database or an older version leaves it.
  for (const id of [cover, inText]) await payload.db.deleteOne({ collection: 'media', where: { id: { equals: id } } });
  const result = await performReview({ payload }, { storyId: story.id, act: 'submit', person: desk.author, note: '' });
  expect(result).toMatchObject({ ok: false, message: expect.stringContaining('正文里有1张图片已经不在') });
  // SQLite itself takes the cover's id out of the row; MongoDB leaves it.
  expect(await lostPictures(payload, { body: null, cover: '00000000-0000-7000-8000-000000000000' })).toEqual([
    expect.stringContaining('题图已经不在'),
  ]);
});
