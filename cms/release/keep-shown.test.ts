import { afterAll, beforeAll, expect, it } from 'vitest';
import sharp from 'sharp';
import { aColumn, draft, newsroom, release, type Desk } from '../testing/story.ts';
import { asUser } from '../testing/people.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { createReader } from '../read/payload-reader.ts';
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

it('keeps a column with stories in it, and its address', async () => {
  const { payload } = cms;
  const full = await aColumn(payload);
  await expect(payload.delete({ collection: 'columns', id: full })).rejects.toThrow('还有');
  const saved = await payload.update({ collection: 'columns', id: full, data: { slug: 'other', name: '新名字' }, overrideAccess: false, user: asUser({ ...desk.signer, roles: ['admin'] }) });
  expect(saved).toMatchObject({ slug: 'knowledge', name: '新名字' });
});
