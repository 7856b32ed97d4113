import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { createReader } from '../read/payload-reader.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { ownContent, type OwnContent } from '../texts/files/testing/own-content.ts';
import { waitingTexts } from '../desk/texts/testing/waiting-texts.ts';
import { loadMaterials } from '../content/load-materials.ts';
import { loadStories } from '../content/load-stories.ts';
import { mayPublish } from './seed/is-shipped.ts';
import { seedColumns } from './seed/seed-columns.ts';
import { seed } from './seed.ts';
import { reviewersDoor } from '../story/review-doors.ts';

let cms: TestCms;
let content: OwnContent;
const lines: string[] = [];
beforeAll(async () => {
  content = await ownContent();
  cms = await testCms(content);
  await seed(cms.payload, (line) => lines.push(line));
});
afterAll(async () => {
  await content.close();
  await cms.close();
});

const reader = () =>
  createReader({ payload: cms.payload, clock: systemClock, demo: true, siteUrl: 'http://localhost' });

it('publishes every starter story and lesson, with its own date', async () => {
  const [stories, materials] = await Promise.all([loadStories(process.cwd()), loadMaterials(process.cwd())]);
  expect((await reader().stories({ size: 1 })).total).toBe(stories.length);
  expect((await reader().materials({ size: 1 })).total).toBe(materials.length);
  const newest = stories.at(-1);
  const [shown] = (await reader().stories({ size: 1 })).items;
  expect(shown).toMatchObject({ title: newest?.title, publishedAt: newest?.publishedAt });
});

it('says in every release that it was imported', async () => {
  const { docs } = await cms.payload.find({
    collection: 'releases',
    depth: 0,
    pagination: false,
    select: { imported: true, reviewers: true, signedBy: true },
  });
  expect(docs.every(({ imported, signedBy }) => imported && signedBy.includes('示例导入'))).toBe(true);
  expect(docs.every(({ reviewers }) => reviewersDoor.need(reviewers).length === 5)).toBe(true);
});

it('rasterises the drawings: pages get no SVG', async () => {
  const picture = (await reader().stories({ size: 100 })).items.find((card) => card.picture)?.picture;
  expect(picture?.src).toMatch(/^\/media\/[0-9a-f-]{36}-[a-z0-9-]+\.webp$/);
  const file = await reader().media(picture?.src.slice('/media/'.length) ?? '');
  expect(file?.mime).toBe('image/webp');
  expect(
    Buffer.from(file?.bytes ?? [])
      .subarray(8, 12)
      .toString(),
  ).toBe('WEBP');
});

it('changes nothing the second time, and leaves what staff wrote', async () => {
  const count = async () =>
    Promise.all(
      (['stories', 'releases', 'publications', 'media', 'campaigns', 'posts', 'columns'] as const).map(
        async (collection) => (await cms.payload.count({ collection })).totalDocs,
      ),
    );
  const before = await count();
  const [column] = (await cms.payload.find({ collection: 'columns', limit: 1 })).docs;
  await cms.payload.update({ collection: 'columns', id: column?.id ?? '', data: { name: '编辑改的名字' } });
  await seed(cms.payload, (line) => lines.push(line));
  expect(await count()).toEqual(before);
  expect(lines.at(-1)).toContain('没有改动');
  expect((await cms.payload.findByID({ collection: 'columns', id: column?.id ?? '' })).name).toBe('编辑改的名字');
});

const planted = '没有人看过的一句话';
const publicNow = async () => {
  const now = reader();
  return JSON.stringify([
    await now.columns(),
    await now.stories({ size: 100 }),
    await now.materials({ size: 100 }),
    await now.campaigns(2026),
    await now.campaigns(2027),
    await now.campaign(2026, '315'),
  ]);
};

describe('files that somebody puts into content/ later', () => {
  let fresh: TestCms;
  beforeAll(async () => {
    fresh = await testCms(content);
  });
  afterAll(() => fresh.close());

  it('what the product does not bring and somebody puts beside it later is no more public than what one person writes', async () => {
    const before = await publicNow();
    const column = await content.read('content/columns/news.yaml');
    await content.write('content/columns/planted.yaml', {
      ...column,
      slug: 'planted',
      name: '凭空来的栏目',
      description: planted,
    });
    const text = (file: string) => readFile(`${content.root}/${file}`, 'utf8');
    const material = 'content/materials/borrowed-umbrella.md';
    await content.write(
      'content/materials/planted.md',
      (await text(material)).replace(/^title: .*$/m, `title: ${planted}`),
    );
    const campaign = await content.read('content/campaigns/2026/315.yaml');
    await content.write('content/campaigns/2026/planted.yaml', {
      ...campaign,
      slug: 'planted',
      title: planted,
      posts: [],
    });
    await content.set('content/campaigns/2026/315.yaml', 'posts', [
      ...(campaign.posts as { slug: string }[]),
      { ...(campaign.posts as object[])[0], slug: 'planted', label: '没人看过' },
    ]);
    await seed(cms.payload);
    expect(await publicNow()).toBe(before);
    expect((await waitingTexts(cms.payload)).map(({ subject, title }) => [subject, title])).toContainEqual([
      'columns',
      '凭空来的栏目',
    ]);
    const {
      docs: [draft],
    } = await cms.payload.find({ collection: 'stories', where: { title: { equals: planted } }, depth: 0 });
    expect(draft).toMatchObject({ stage: 'draft' });
    const {
      docs: [made],
    } = await cms.payload.find({
      collection: 'campaigns',
      where: { slug: { equals: 'planted' } },
      depth: 0,
      joins: false,
    });
    expect(made).toMatchObject({ state: 'draft' });
    expect((await cms.payload.count({ collection: 'posts', where: { label: { equals: '没人看过' } } })).totalDocs).toBe(
      0,
    );
    // Said again, it changes nothing.
    await seed(cms.payload);
    expect(await publicNow()).toBe(before);
  });

  it('at installation everything that lies there is taken as it is', async () => {
    await seedColumns(fresh.payload, mayPublish({ installing: true }));
    const columns = await createReader({
      payload: fresh.payload,
      clock: systemClock,
      demo: true,
      siteUrl: 'http://localhost',
    }).columns();
    expect(columns.map(({ name }) => name)).toContain('凭空来的栏目');
  });
});
