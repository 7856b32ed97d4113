import { afterAll, beforeAll, expect, it } from 'vitest';
import sharp from 'sharp';
import { aColumn, draft, newsroom, release, type Desk } from '../testing/story.ts';
import { asUser } from '../testing/people.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { createReader } from '../read/payload-reader.ts';
import { block, upload } from '../rich-text/make.ts';
import { loadPictures } from './pictures.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';

let cms: TestCms;
let desk: Desk;
beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
});
afterAll(() => cms.close());

async function picture(): Promise<string> {
  const data = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#c8102e' } }).png().toBuffer();
  const row = await cms.payload.create({ collection: 'media', data: { alt: '一块红色的底板' } as never, file: { data, mimetype: 'image/png', name: 'a.png', size: data.length } });
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
  const trash = (id: string, deletedAt: string | null) => payload.update({ collection: 'media', id, data: { deletedAt } as never, trash: deletedAt === null });
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
  const saved = await payload.update({ collection: 'columns', id: full, data: { slug: 'other', name: '新名字' }, overrideAccess: false, user: asUser({ ...desk.signer, roles: ['admin'] }) });
  expect(saved).toMatchObject({ slug: 'knowledge', name: '新名字' });
});
