import { expect, it } from 'vitest';
import type { StoryCard } from '../../../cms/read/nouns.ts';
import { columns } from '../../testing/fixture/region.ts';
import { fixtureReader } from '../../testing/fixture-reader.ts';
import { part, readPart } from '../../testing/part.ts';
import { render } from '../../testing/render.ts';

const column = columns.find(({ slug }) => slug === 'models')!;
const base = fixtureReader();
const { items } = await base.stories({ column: 'models', size: 100 });
const [notice] = (await base.notices()).filter(({ kind }) => kind === 'withdrawal');
const of = (serial: number, batch: string, batchDate: string | null, more: Partial<StoryCard> = {}): StoryCard => ({
  ...items[0]!,
  serial,
  path: `/s/${serial}`,
  publishedAt: `${batchDate ?? '2020-01-01'}T09:00:00+08:00`,
  ...more,
  roleModel: { ...items[0]!.roleModel!, name: `示例${serial}`, batch, batchDate, ...more.roleModel },
});
/** Ten batches of ten: five pages' worth of cards, given out in pieces as the reader does. */
const many = Array.from({ length: 100 }, (_, i) =>
  of(1000 + i, `第${Math.floor(i / 10) + 1}批`, `20${10 + Math.floor(i / 10)}-05-01`),
);
const city = (stories: StoryCard[], more = {}) =>
  fixtureReader({
    more: {
      stories: async ({ page = 1 }) => ({
        items: stories.slice((page - 1) * 30, page * 30),
        page,
        pages: Math.max(1, Math.ceil(stories.length / 30)),
        total: stories.length,
      }),
      notices: async () => [],
      ...more,
    },
  });
const gallery = async (stories: StoryCard[], props: object = {}, more = {}) => {
  const { html, status, tags } = await render('components/gallery/Gallery.astro', {
    props: { column, page: 1, ...props },
    reader: city(stories, more),
  });
  return { ...readPart(html), status, tags };
};
const batchesOf = ({ all }: ReturnType<typeof readPart>): string[] =>
  all('h2').flatMap(({ attribs }) => attribs.id ?? []);

it('every role model stands on exactly one page, in whole batches, the newest first', async () => {
  const seen: string[] = [];
  const heads: string[] = [];
  for (let page = 1; page <= 4; page += 1) {
    const shown = await gallery(many, { page });
    heads.push(...batchesOf(shown));
    seen.push(...shown.links.map(({ href }) => href).filter((href) => href.startsWith('/s/')));
  }
  expect(heads).toEqual(Array.from({ length: 10 }, (_, i) => `第${10 - i}批`));
  expect(seen.toSorted()).toEqual(many.map(({ path }) => path).toSorted());
  expect((await gallery(many, { page: 5 })).status).toBe(404);
});

it('the rail leads to the page that holds a batch', async () => {
  const rail = (await gallery(many)).links.filter(({ href }) => href.startsWith('/c/models/') && href.includes('#'));
  expect(rail).toHaveLength(10);
  for (const { href, text } of rail) {
    const [, page = '1', name = ''] = /^\/c\/models\/(?:(\d+)\/)?#(.+)$/.exec(href) ?? [];
    expect(batchesOf(await gallery(many, { page: Number(page) }))).toContain(decodeURIComponent(name));
    expect(text).toContain(decodeURIComponent(name));
  }
});

it('batches, people and units are counted over all pages, and nothing is counted that is not there', async () => {
  const figures = async (stories: StoryCard[], props = {}) => {
    const { texts } = await gallery(stories, props);
    return texts('dt').map((unit, i) => `${texts('dd')[i]}${unit}`);
  };
  expect(await figures(many)).toEqual(['10批', '100人']);
  expect(await figures(items)).toEqual(['2批', '7人', '3单位']);
  expect(await figures(items, { category: '诚信群体' })).toEqual(['2批', '2单位']);
});

it('a category keeps to itself and is offered only where there is a choice', async () => {
  const { links, texts } = await gallery(items, { category: '诚信企业' });
  expect(texts('h1')).toEqual(['诚信企业']);
  expect(
    links
      .filter(({ href }) => href.startsWith('/s/'))
      .map(({ href }) => href)
      .toSorted(),
  ).toEqual(['/s/103', '/s/107']);
  expect(links.map(({ href }) => href)).toContain(`/c/models/${encodeURIComponent('诚信教师')}/`);
  expect((await gallery(items, { category: '没有的类别' })).status).toBe(404);
  expect((await gallery(many)).all('nav').map(({ attribs }) => attribs['aria-label'])).not.toContain('按类别');
});

it('two units and more stand beside each other as text, a single one among the people', async () => {
  const lists = (shown: ReturnType<typeof readPart>) =>
    shown.all('ul').flatMap(({ attribs }) => (attribs.class?.startsWith('portraits') ? attribs.class : []));
  expect(lists(await gallery(items))).toEqual(['portraits three', 'portraits pair', 'portraits three']);
});

it('an empty gallery says what comes before a name is published', async () => {
  const { status, text } = await gallery([]);
  expect(status).toBe(200);
  expect(text).toContain('还没有公布诚信典型。公布前要经过推荐、公示和本人书面同意。');
});

it('the empty frame of a withdrawn one stays in its batch, also when it was the only one there', async () => {
  const alone = { ...notice!, batch: '第九批', path: '/s/94', serial: 94, text: '荣誉撤销：不再符合条件。' };
  const { links, text } = await gallery(items, {}, { notices: async () => [notice!, alone] });
  expect(links.filter(({ text: words }) => words === '看说明').map(({ href }) => href)).toEqual(['/s/93', '/s/94']);
  expect(text).toContain('一位典型已撤下');
  expect(text).toContain('荣誉撤销 荣誉撤销：不再符合条件。');
  const only = await gallery([], {}, { notices: async () => [alone] });
  expect(batchesOf(only)).toEqual(['第九批']);
  expect(only.text).not.toMatch(/0批|1批/);
});

it('a category shows no frame: nobody is found by what was taken away', async () => {
  expect((await gallery(items, { category: '诚信群体' }, { notices: async () => [notice!] })).text).not.toContain(
    '已撤下',
  );
});

it('a card: the name once, the example’s mark apart, slips where there is no picture', async () => {
  const card = async (more: Partial<StoryCard>, props = {}) =>
    part('PortraitCard', { story: { ...items[0]!, ...more }, ...props });
  const facts = items[0]!.roleModel!;
  expect((await card({ example: true, roleModel: { ...facts, name: '何一诺（示例）' } })).texts('h3')).toEqual([
    '何一诺示例',
  ]);
  expect((await card({ example: false, roleModel: { ...facts, name: '何一诺' } })).texts('h3')).toEqual(['何一诺']);
  expect((await card({ example: true, roleModel: { ...facts, name: '示例豆腐坊' } })).texts('h3')).toEqual([
    '示例豆腐坊',
  ]);
  expect((await card({ picture: null })).all('svg')).toHaveLength(1);
  expect((await card({ picture: null }, { text: true })).all('svg')).toHaveLength(0);
  expect((await card({ roleModel: { ...facts, category: '', place: '' } })).texts('span')).not.toContain('');
});
