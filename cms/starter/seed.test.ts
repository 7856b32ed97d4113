import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { createReader } from '../read/payload-reader.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { loadMaterials } from './load-materials.ts';
import { loadStories } from './load-stories.ts';
import { seed } from './seed.ts';

let cms: TestCms;
const lines: string[] = [];
beforeAll(async () => {
  cms = await testCms();
  await seed(cms.payload, (line) => lines.push(line));
});
afterAll(() => cms.close());

const reader = () => createReader({ payload: cms.payload, clock: systemClock, demo: true, siteUrl: 'http://localhost' });

it('publishes every starter story and lesson, with its own date', async () => {
  const [stories, materials] = await Promise.all([loadStories(), loadMaterials()]);
  expect((await reader().stories({ size: 1 })).total).toBe(stories.length);
  expect((await reader().materials({ size: 1 })).total).toBe(materials.length);
  const newest = stories.at(-1);
  const [shown] = (await reader().stories({ size: 1 })).items;
  expect(shown).toMatchObject({ title: newest?.title, publishedAt: newest?.publishedAt });
});

it('says in every release that it was imported', async () => {
  const { docs } = await cms.payload.find({ collection: 'releases', depth: 0, pagination: false, select: { imported: true, reviewers: true, signedBy: true } });
  expect(docs.every(({ imported, signedBy }) => imported && signedBy.includes('示例导入'))).toBe(true);
  expect(docs.every(({ reviewers }) => (reviewers as unknown[]).length === 5)).toBe(true);
});

it('rasterises the drawings: pages get no SVG', async () => {
  const picture = (await reader().stories({ size: 100 })).items.find((card) => card.picture)?.picture;
  expect(picture?.src).toMatch(/^\/media\/[0-9a-f-]{36}-[a-z0-9-]+\.webp$/);
  const file = await reader().media(picture?.src.slice('/media/'.length) ?? '');
  expect(file?.mime).toBe('image/webp');
  expect(Buffer.from(file?.bytes ?? []).subarray(8, 12).toString()).toBe('WEBP');
});

it('changes nothing the second time, and leaves what staff wrote', async () => {
  const count = async () => Promise.all((['stories', 'releases', 'publications', 'media', 'campaigns', 'posts', 'columns'] as const).map(async (collection) => (await cms.payload.count({ collection })).totalDocs));
  const before = await count();
  const [column] = (await cms.payload.find({ collection: 'columns', limit: 1 })).docs;
  await cms.payload.update({ collection: 'columns', id: column?.id ?? '', data: { name: '编辑改的名字' } });
  await seed(cms.payload, (line) => lines.push(line));
  expect(await count()).toEqual(before);
  expect(lines.at(-1)).toContain('没有改动');
  expect((await cms.payload.findByID({ collection: 'columns', id: column?.id ?? '' })).name).toBe('编辑改的名字');
});
