import { describe, expect, it } from 'vitest';
import type { PublicNotice } from '../../cms/read/notice.ts';
import type { Found } from '../../cms/read/search.ts';
import { fixtureReader, type FixtureOptions } from '../testing/fixture-reader.ts';
import { lesson, listType } from '../testing/fixture/lessons.ts';
import { readPart } from '../testing/part.ts';
import { render } from '../testing/render.ts';

const page = async (
  path: string,
  { params = {}, url = '/', ...options }: FixtureOptions & { params?: Record<string, string>; url?: string } = {},
) => {
  const { html, status, tags } = await render(`pages/${path}.astro`, { reader: fixtureReader(options), params, url });
  return { ...readPart(html), status, tags };
};
const { items } = await fixtureReader().stories({ column: 'news', size: 3 });

describe('search', () => {
  const search = async (query: string, found: Partial<Found> = {}) => {
    const asked: object[] = [];
    const shown = await page('search/index', {
      url: `/search/${query}`,
      more: {
        search: async (what) => {
          asked.push(what);
          return { items: [], page: 1, pages: 1, total: 0, lists: [], ...found };
        },
      },
    });
    return { ...shown, asked };
  };
  it('asks for the words as they are meant, and only when there are some', async () => {
    expect((await search('?q=%20%20诚信%20%20企业%00&page=2')).asked).toEqual([
      { words: '诚信 企业', page: 2, size: 20 },
    ]);
    for (const query of ['', '?page=2', '?q=', '?q=%20%E3%80%80', `?q=${'长'.repeat(61)}`])
      expect((await search(query)).asked).toEqual([]);
    expect((await search(`?q=${'长'.repeat(60)}`)).asked).toHaveLength(1);
  });
  it('says what is wrong with the words, keeps them, and leads to the field', async () => {
    const empty = await search('?q=%20');
    expect(empty.text).toContain('还没有写要搜的字：请写标题或正文里的几个字，再按“搜索”。');
    const long = await search(`?q=${'长'.repeat(61)}`);
    expect(long.text).toContain('要搜的字太长，有61个字：请留下最关键的几个，不超过60个字。');
    const field = long.all('input').find(({ attribs }) => attribs.id === 'q')?.attribs;
    expect(field).toMatchObject({
      'aria-invalid': 'true',
      'aria-describedby': 'q-error q-hint',
      value: '长'.repeat(61),
    });
    expect(long.links.map(({ href }) => href)).toContain('#q');
  });
  it('finds nothing: says so and where else to go; finds lists only: does not say so', async () => {
    expect((await search('?q=没有')).text).toContain('没有找到含有“没有”的报道。');
    const lists = await search('?q=拖欠', { lists: [listType] });
    expect(lists.text).not.toContain('没有找到');
    expect(lists.links.map(({ href }) => href)).toContain(listType.path);
  });
  it('lists stand on the first page only, and a page behind the last says how many there are', async () => {
    expect(
      (await search('?q=x&page=2', { lists: [listType], items, page: 2, pages: 3, total: 41 })).links.map(
        ({ href }) => href,
      ),
    ).not.toContain(listType.path);
    expect((await search('?q=x&page=9', { page: 9, pages: 3, total: 41 })).text).toContain(
      '这一页没有内容，结果只有3页。',
    );
  });
});

describe('corrections and withdrawals', () => {
  const notice: PublicNotice = {
    kind: 'withdrawal',
    at: '2026-03-18T16:30:00Z',
    serial: 5,
    path: '/s/5',
    title: null,
    column: { slug: 'x', name: null },
    batch: null,
    text: '不再符合条件。',
    copies: [],
  };
  it('says that there were none, or what each was', async () => {
    expect((await page('about/corrections', { more: { notices: async () => [] } })).text).toContain(
      '到现在为止，还没有更正或撤回过稿件。',
    );
    const { links, text } = await page('about/corrections', {
      more: {
        notices: async () => [
          notice,
          { ...notice, serial: 6, path: '/s/6', column: { slug: 'x', name: '信用动态' } },
          { ...notice, kind: 'correction', serial: 7, path: '/s/7', title: '题目' },
        ],
      },
    });
    expect(links.filter(({ href }) => href.startsWith('/s/'))).toEqual([
      { href: '/s/5', text: '一篇报道' },
      { href: '/s/6', text: '信用动态的一篇报道' },
      { href: '/s/7', text: '题目' },
    ]);
    expect(text).toContain('2026年3月19日 撤回');
    expect(text).toContain('更正 题目');
  });
  it('a withdrawn story says nothing of what it was, and leads on only to what is there', async () => {
    const gone = async (more: Partial<PublicNotice> | null) =>
      page('s/[serial]', {
        params: { serial: '93' },
        more: { notices: async () => (more ? [{ ...notice, serial: 93, ...more }] : []) },
      });
    const bare = await gone(null);
    expect([
      bare.status,
      bare.links.map(({ href }) => href).filter((href) => href.startsWith('/c/') && href.includes('#')),
    ]).toEqual([410, []]);
    expect((await gone({ column: { slug: 'models', name: '诚信典型' }, batch: '第十一批' })).links).toContainEqual({
      href: `/c/models/#${encodeURIComponent('第十一批')}`,
      text: '看第十一批其他典型',
    });
    expect((await gone({ column: { slug: 'news', name: '信用动态' } })).links).toContainEqual({
      href: '/c/news/',
      text: '看信用动态',
    });
    // Nobody stands for that column: it has no page.
    expect(
      (await gone({ column: { slug: 'radio', name: null }, batch: '第十一批' })).links.map(({ href }) => href),
    ).not.toContainEqual(expect.stringContaining('/c/radio/'));
  });
  it.each(['0', '01', '1e2', '-1', '9999999999', ' 1', '１'])(
    'no story by the number %j, and nobody is asked',
    async (serial) => {
      const asked: number[] = [];
      expect(
        (
          await page('s/[serial]', {
            params: { serial },
            more: {
              story: async (n) => {
                asked.push(n);
                return null;
              },
            },
          })
        ).status,
      ).toBe(404);
      expect(asked).toEqual([]);
    },
  );
});

describe('lists', () => {
  it('without any says where to look, with some leads to each and to its authority', async () => {
    expect((await page('lists/index')).text).toContain(
      '名单说明正在核对，核对完再发布。要查询请到信用中国（四川广元）。',
    );
    const { links, text } = await page('lists/index', { more: { listTypes: async () => [listType] } });
    expect(text).not.toContain('正在核对');
    expect(links).toContainEqual({ href: listType.officialUrl, text: '到示例官网查询' });
  });
  const list = async (slug: string) =>
    page('lists/[slug]', {
      params: { slug },
      more: {
        listTypes: async () => [listType],
        listType: async (asked) => (asked === listType.slug ? listType : null),
      },
    });
  it('one of them rests on its law, with the way out that is its own', async () => {
    const { text, all } = await list('wage-arrears');
    expect(text).toContain(
      '《拖欠农民工工资失信联合惩戒对象名单管理暂行办法》（示例）第五条部令第45号，2022年1月1日起施行；据部门网站',
    );
    expect(text).toContain('条件见上面“怎样退出”。');
    expect(text).toContain('本站不登载这类名单的任何一条');
    expect(
      all('a')
        .filter(({ attribs }) => attribs.href?.startsWith('https://example.gov.cn'))
        .every(({ attribs }) => attribs.rel === 'noopener external'),
    ).toBe(true);
  });
  it.each(['', 'x', 'Wage', '../wage-arrears', 'wage-arrears/', 'x'.repeat(81)])('none of %j', async (slug) =>
    expect((await list(slug)).status).toBe(404),
  );
});

describe('columns', () => {
  it.each([
    ['news', ''],
    ['news', '2'],
  ])('%s/%s is there', async (slug, rest) =>
    expect((await page('c/[slug]/[...page]', { params: { slug, page: rest } })).status).toBe(200),
  );
  it.each([
    ['news', '1'],
    ['news', '0'],
    ['news', '99'],
    ['news', '诚信人物'],
    ['news', '2/3'],
    ['news', '02'],
    ['models', '诚信人物/1'],
    ['models', '没有的'],
    ['models', '9'],
    ['NEWS', ''],
    ['x', ''],
    ['__proto__', ''],
    ['', ''],
  ])('%s/%s is not', async (slug, rest) => {
    expect((await page('c/[slug]/[...page]', { params: { slug, page: rest } })).status).toBe(404);
  });
  it('an empty one says so', async () => {
    expect((await page('c/[slug]/[...page]', { params: { slug: 'arts' } })).text).toContain('这个栏目还没有发布稿件。');
  });
  it('every page but the first says in title and crumb which one it is', async () => {
    const second = await page('c/[slug]/[...page]', { params: { slug: 'news', page: '2' } });
    expect(second.texts('title')).toEqual(['信用动态，第2页_诚信广元']);
    expect(second.text).toContain('首页›信用动态›第2页');
  });
});

describe('a lesson', () => {
  const at = async (serial: string, more = {}) =>
    page('teach/[serial]', { params: { serial }, more: { material: async () => lesson(201, more) } });
  it('licence with a link if there is one; fingerprints of every file and of the package', async () => {
    const whole = await at('201');
    expect(whole.links).toContainEqual({ href: 'https://creativecommons.org/licenses/by/4.0/', text: 'CC BY 4.0' });
    expect(whole.texts('code')).toEqual(['c'.repeat(64), 'b'.repeat(64)]);
    expect((await at('201', { licenceUrl: null })).links.map(({ text }) => text)).not.toContain('CC BY 4.0');
    expect(whole.text).toContain('“两步”原作“三步”，漏写。');
  });
  it.each(['0', 'x', '01', ''])('none by %j', async (serial) => expect((await at(serial)).status).toBe(404));
});

it('the site map: columns without a place in the bar too, no empty group', async () => {
  const whole = await page('sitemap');
  expect(whole.links.map(({ text }) => text)).toContain('文艺作品');
  expect(whole.texts('h2')).toEqual(['栏目', '2026年专题', '订阅', '本站说明']);
  const bare = await page('sitemap', {
    today: '2031-01-01',
    more: { columns: async () => [], listTypes: async () => [listType] },
  });
  expect(bare.texts('h2')).toEqual(['栏目', '名单说明', '订阅', '本站说明']);
});

it('the page of a fault asks nobody for anything, is not kept and not found', async () => {
  const down = new Proxy({} as ReturnType<typeof fixtureReader>, {
    get: () => () => {
      throw new Error('down');
    },
  });
  const { html, tags } = await render('pages/500.astro', { reader: down });
  expect(tags).toBe(false);
  expect(readPart(html).text).toContain(
    '这不是您的操作有误，是网站这边出了问题，我们会尽快修好。请过几分钟再来，或者先回到首页。',
  );
  expect(html).toContain('content="noindex"');
});
