import { glob, readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { within } from '../../.config/patience.ts';
import { asUser, person } from '../../cms/testing/people.ts';
import { agreers } from '../../cms/desk/texts/may-become-public.ts';
import { publicRows } from '../../cms/texts/public-rows.ts';
import { openContent } from '../../cms/content/content.ts';
import { readAllKinds } from '../../cms/texts/files/entries.ts';
import { wordsOf } from '../../cms/texts/files/file-words.ts';
import { loadColumns } from '../../cms/content/load-columns.ts';
import { markdownToRichText } from '../../cms/rich-text/from-markdown.ts';
import { importStory } from '../../cms/starter/seed/import-story.ts';
import { seedColumns } from '../../cms/starter/seed/seed-columns.ts';
import { seedId } from '../../cms/starter/seed/seed-id.ts';
import { printFiles } from '../../cms/read/print-pack.ts';
import { buildSite } from '../../site/server/testing/build-site.ts';
import { correctStory } from '../../cms/publication/correct-story.ts';
import { markedStories, type MarkedStory } from './city/marked-stories.ts';
import { documentStrings } from './city/document-strings.ts';
import { openCity, type City } from './city/open-city.ts';
import { strangers, visibleStrings } from './city/visible-strings.ts';
import { walk } from './city/walk.ts';
import { storedText } from '../../cms/rich-text/stored-text.ts';

const known = [
  '/',
  '/sitemap/',
  '/lists/',
  '/teach/',
  '/search/?q=信用',
  '/about/',
  '/about/corrections/',
  '/feed.xml',
  '/feed.json',
  '/feeds/press.xml',
  '/feeds/press.atom',
  '/calendar.ics',
  '/sitemap.xml',
  '/api/materials.json',
  '/nothing-here',
  '/year/2026/',
  '/year/2026/614/',
];
let dist: string;
let city: City;
let stories: MarkedStory[];
let addresses: string[] = [];
/** Documents link nowhere, and take long to make: they are read once, not on the walk. */
const nothing = { status: 404, body: Buffer.alloc(0) };
const isDocument = (path: string) => /\.(pdf|zip|docx|txt)$/.test(path);

beforeAll(async () => {
  dist = await buildSite();
  city = await openCity(dist, '2026-06-25T09:00:00+08:00');
  const { payload } = city.cms;
  const data = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#c8102e' } })
    .png()
    .toBuffer();
  const cover = (
    await payload.create({
      collection: 'media',
      data: { alt: '一块红色的底板', shows: 'nobody', caption: '底板的图说（示例）' } as never,
      file: { data, mimetype: 'image/png', name: '上传时的名字.png', size: data.length },
    })
  ).id;
  stories = await markedStories(payload, { knowledge: { cover } });
  await seedColumns(payload);
  const campaign = {
    slug: '614',
    year: 2026,
    title: '查报告',
    theme: '看得见',
    standfirst: '一起查',
    occasion: 'credit-record-day',
    state: 'confirmed',
    phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
  };
  const { id } = await payload.create({ collection: 'campaigns', data: campaign as never, depth: 0 });
  await payload.create({
    collection: 'posts',
    data: {
      campaign: id,
      slug: 'a',
      story: stories[0]!.id,
      label: '当天',
      channels: ['wechat'],
      offsetDays: 0,
    } as never,
  });
  // A later edit of the picture, by one person.
  await payload.update({
    collection: 'media',
    id: cover,
    data: { alt: '后来一个人改的替代文字', caption: '后来一个人改的图说' },
  });
  await city.looked();
}, within(120_000));
afterAll(async () => {
  await city?.close();
});

/** Everything that somebody stands for, as one text: what was signed, agreed to and confirmed, and what came with the product. */
async function approved(): Promise<string> {
  const { payload } = city.cms;
  const rows = async (collection: 'releases' | 'public-texts' | 'publications', select: Record<string, true>) =>
    (await payload.find({ collection, pagination: false, depth: 0, select: select as never })).docs;
  const parts: unknown[] = [
    ...(await rows('releases', { snapshot: true, signedBy: true, reviewers: true })),
    ...(await rows('public-texts', { words: true })),
    ...(await publicRows(
      payload,
      'campaigns',
      (
        await payload.find({
          collection: 'campaigns',
          where: { state: { equals: 'confirmed' } },
          pagination: false,
          depth: 0,
          joins: false,
        })
      ).docs,
    )),
    ...(await publicRows(
      payload,
      'posts',
      (
        await payload.find({ collection: 'posts', pagination: false, depth: 0, select: { label: true, writers: true } })
      ).docs,
    )),
  ];
  const texts = parts.map((part) => JSON.stringify(part));
  for (const pattern of [
    'site/**/*.{ts,astro,json}',
    'cms/{read,story,store,publication,release,rich-text,gates,words,register,content,lists}/**/*.ts',
    'campaigns/{calendar,ports,channels}/**/*.ts',
  ]) {
    for await (const file of glob(pattern))
      if (!/\.test\.ts$|\/testing\//.test(file)) texts.push(await readFile(file, 'utf8'));
  }
  // Of files of content/ only the fields that the table names (docs/decisions/050).
  for (const { data, kind } of await readAllKinds(openContent({ root: process.cwd(), city: 'guangyuan' })))
    texts.push(JSON.stringify(wordsOf(kind, data)));
  texts.push(JSON.stringify(await loadColumns(process.cwd())));
  return texts.join('\n');
}

/** What the public can see and nobody stands for, with where it was seen. */
async function unapproved(addresses: readonly string[]): Promise<string[]> {
  const source = await approved();
  const found = new Map<string, string>();
  for (const path of addresses.filter((one) => !isDocument(one) && !/\.(webp|jpg|png|svg|css|js)$/.test(one))) {
    const { body } = await city.get(path);
    for (const text of strangers(visibleStrings(body.toString()), source))
      if (!found.has(text)) found.set(text, `${text}（${path}）`);
  }
  return [...found.values()];
}

it(
  'no string on any page, feed or interface of a seeded city stands outside the table',
  async () => {
    addresses = await walk(async (path) => (isDocument(path) ? nothing : city.get(path)), known);
    expect(addresses.length).toBeGreaterThan(60);
    expect(addresses.filter((path) => /上传/.test(decodeURIComponent(path)))).toEqual([]);
    expect(await unapproved(addresses)).toEqual([]);
  },
  within(60_000),
);

/** What somebody can read in the documents at these addresses that `source` does not hold, with where it was seen. */
async function unapprovedIn(paths: readonly string[], source: string): Promise<string[]> {
  const found = new Map<string, string>();
  for (const path of paths) {
    const { body, status } = await city.get(path);
    expect({ path, status }).toEqual({ path, status: 200 });
    for (const text of strangers(await documentStrings(body, path), source))
      if (!found.has(text + path)) found.set(text + path, `${text}（${path}）`);
  }
  return [...found.values()];
}

it(
  'nor in any document that can be taken home, and a planted sentence is found in each kind of them',
  async () => {
    const source = await approved();
    // What no page links to can be taken all the same, by whoever knows its address.
    const serials = [...new Set(addresses.flatMap((path) => /^\/s\/(\d+)\/print\//.exec(path)?.[1] ?? []))];
    const documents = [
      ...new Set([
        ...addresses.filter(isDocument),
        ...serials.flatMap((serial) => Object.keys(printFiles).map((name) => `/s/${serial}/print/${name}`)),
      ]),
    ];
    const kinds = [
      'poster-a4.pdf',
      'poster-a3.pdf',
      'large-type.pdf',
      'broadcast.txt',
      'broadcast.docx',
      'all.zip',
      '.zip',
    ];
    for (const kind of kinds)
      expect(
        documents.filter((path) => path.endsWith(kind)),
        kind,
      ).not.toEqual([]);
    expect(await unapprovedIn(documents, source)).toEqual([]);
    // As if somebody had signed what nobody stands for.
    const planted = '凌晨偷偷塞进蝌蚪游过芦苇水荡';
    const { payload } = city.cms;
    const common = {
      title: planted,
      summary: `${planted}。`,
      body: storedText(markdownToRichText(`${planted}。`)),
      source: '诚信广元编辑部（示例）',
      authorName: '示例作者',
      answer: { who: 'nobody', tone: 'neutral' },
    } as const;
    await importStory(
      payload,
      {
        ...common,
        id: seedId('story', 'planted'),
        kind: 'knowledge',
        column: (await payload.find({ collection: 'columns', where: { slug: { equals: 'knowledge' } } })).docs[0]!.id,
      },
      '2026-06-02T09:00:00+08:00',
      true,
    );
    await importStory(
      payload,
      {
        ...common,
        id: seedId('story', 'planted-lesson'),
        kind: 'material',
        column: null,
        lesson: {
          stage: '初中',
          theme: '诚信考试',
          subject: '主题班会',
          duration: 40,
          licence: 'CC BY 4.0',
          licenceUrl: 'https://creativecommons.org/licenses/by/4.0/deed.zh-hans',
        },
      },
      '2026-06-02T09:00:00+08:00',
      true,
    );
    await city.looked();
    const { docs } = await payload.find({
      collection: 'publications',
      where: { title: { equals: planted } },
      depth: 0,
    });
    const added = docs.flatMap(({ kind, serial }) =>
      kind === 'material' ? [`/teach/${serial}.zip`] : kinds.slice(0, -1).map((name) => `/s/${serial}/print/${name}`),
    );
    expect(added).toHaveLength(kinds.length);
    for (const path of added)
      expect(
        (await unapprovedIn([path], source)).some((text) => planted.includes(text.split('（')[0]!)),
        path,
      ).toBe(true);
    for (const { id } of docs) await payload.delete({ collection: 'publications', id });
  },
  within(180_000),
);

it(
  'what one person writes is found nowhere; slipped past the second person it is found',
  async () => {
    const { payload } = city.cms;
    const admin = await person(payload, 'admin');
    const {
      docs: [column],
    } = await payload.find({ collection: 'columns', where: { slug: { equals: 'knowledge' } } });
    const planted = '夜里独自悄悄写下蜻蜓栖息篱笆';
    await payload.update({
      collection: 'columns',
      id: column!.id,
      data: { description: planted },
      overrideAccess: false,
      user: asUser(admin),
    });
    const signer = await person(payload, 'signer');
    const {
      docs: [campaign],
    } = await payload.find({ collection: 'campaigns', where: { slug: { equals: '614' } }, depth: 0 });
    await payload.update({
      collection: 'campaigns',
      id: campaign!.id,
      data: { standfirst: planted },
      overrideAccess: false,
      user: asUser(signer),
    });
    expect(
      await correctStory({ payload, clock: city.clock }, stories[0]!.id, signer, {
        wrong: stories[0]!.body,
        right: planted,
        note: '',
      }),
    ).toMatchObject({ status: 200 });
    await city.looked();
    for (const path of ['/c/knowledge/', '/year/2026/614/', stories[0]!.path])
      expect((await city.get(path)).body.toString()).not.toContain(planted);
    expect((await city.get(stories[0]!.path)).body.toString()).toContain('本文有一处内容正在更正');
    expect(await unapproved(addresses)).toEqual([]);
    // As a program without the second person would have it: no writers noted, no copy kept.
    await payload.db.deleteMany({ collection: 'public-texts', where: {} });
    await payload.db.updateOne({
      collection: 'columns',
      id: column!.id,
      data: { writers: [], updatedAt: new Date().toISOString() },
    });
    await city.looked();
    expect(await unapproved(addresses)).toEqual(expect.arrayContaining([expect.stringContaining(planted)]));
    expect(agreers).not.toContain('admin');
  },
  within(60_000),
);
