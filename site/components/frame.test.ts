import { expect, it } from 'vitest';
import type { StoryCard } from '../../cms/read/nouns.ts';
import { navigation } from '../layouts/navigation.ts';
import { setReach } from '../server/reach.ts';
import { scene } from '../testing/fixture/pictures.ts';
import { columns, region } from '../testing/fixture/region.ts';
import { fixtureReader } from '../testing/fixture-reader.ts';
import { part } from '../testing/part.ts';

const { items } = await fixtureReader().stories({ column: 'news', size: 3 });

it('crumbs: the page itself is the last and no link', async () => {
  const { all, links, text } = await part('Breadcrumbs', {
    crumbs: [{ name: '信用动态', path: '/c/news/' }, { name: '正文' }],
  });
  expect(text).toBe('当前位置：首页›信用动态›正文');
  expect(links.map(({ href }) => href)).toEqual(['/', '/c/news/']);
  expect(all('span').map(({ attribs }) => attribs['aria-current'])).toEqual(['page']);
});

it('the bar says where one is: the front page is the page itself, a section is only the right one', async () => {
  const here = async (current: string) => {
    const { all } = await part('Header', { region, items: navigation(columns), current, demo: false });
    return all('a').flatMap(({ attribs }) =>
      attribs['aria-current'] ? `${attribs.href} ${attribs['aria-current']}` : [],
    );
  };
  expect(await here('home')).toEqual(['/ page']);
  expect(await here('news')).toEqual(['/c/news/ true']);
  expect(await here('')).toEqual([]);
});

it('the strip of the demonstration is there only in one', async () => {
  const strip = async (demo: boolean) =>
    (await part('Header', { region, items: [], current: '', demo })).text.includes('推送不会发到真实账号');
  expect([await strip(true), await strip(false)]).toEqual([true, false]);
});

it('the first thing a keyboard meets is the way to the text', async () => {
  expect((await part('Header', { region, items: [], current: '', demo: true })).links[0]).toEqual({
    href: '#main',
    text: '跳到正文',
  });
});

it('the foot says IPv6 only when somebody was answered over it', async () => {
  try {
    setReach(undefined);
    expect((await part('Footer', { region })).text).not.toContain('IPv6');
    setReach({ met: () => false, overIpv6: () => true });
    expect((await part('Footer', { region })).text).toContain('本站支持IPv6');
  } finally {
    setReach(undefined);
  }
  const { text } = await part('Footer', { region });
  for (const duty of [region.organiser, region.operator, region.phone, region.siteIdCode, region.icp, region.police])
    expect(text).toContain(duty);
});

it('a seal has a name only where it says something by itself, and the lost one has no mouth', async () => {
  const seal = async (props: object) => (await part('Seal', { size: 52, ...props })).all('svg')[0]!;
  expect((await seal({})).attribs).toMatchObject({ 'aria-hidden': 'true' });
  expect((await seal({ label: '已签发' })).attribs).toMatchObject({ role: 'img', 'aria-label': '已签发' });
  const drawn = async (form: string) =>
    (await part('Seal', { size: 1, form })).all('path').map(({ attribs }) => attribs.class);
  expect(await drawn('full')).toEqual(['body', 'cut']);
  expect(await drawn('void')).toEqual(['frame', 'cut']);
  expect(await drawn('lost')).toEqual(['frame', 'cut', 'gone']);
});

it('a picture keeps its place, waits until it is seen, and gives sizes only with sources to choose from', async () => {
  const image = async (props: object) =>
    (await part('Photo', { picture: scene('jianmen', '一条街'), sizes: '50vw', ...props })).all('img')[0]!.attribs;
  expect(await image({})).toMatchObject({
    alt: '一条街',
    width: '960',
    height: '600',
    loading: 'lazy',
    class: 'drawn',
  });
  expect(await image({})).not.toHaveProperty('sizes');
  expect(await image({ eager: true })).toMatchObject({ fetchpriority: 'high' });
  expect(await image({ eager: true })).not.toHaveProperty('loading');
  const photograph = { ...scene('jianmen', '一条街'), src: '/media/a.webp', srcset: '/media/a.webp 480w' };
  expect(await image({ picture: photograph })).toMatchObject({ srcset: '/media/a.webp 480w', sizes: '50vw' });
  expect(await image({ picture: photograph })).not.toHaveProperty('class', 'drawn');
  expect(await image({ picture: { ...photograph, caption: '图为绘制' } })).toMatchObject({ class: 'drawn' });
  // Beside the same words an empty alternative is right; a missing one never is.
  expect((await part('Photo', { picture: photograph, sizes: '', alt: '' })).html).toMatch(/alt(?:=""|\s|>)/);
});

it('slips: seven characters at most, in the middle of the drawing, whatever the name', async () => {
  for (const shape of ['portrait', 'wide'] as const) {
    for (const name of ['', '示例', '何一诺（示例）', '示例老街商户自治会', '𠮷野家', 'A', '一二三四五六七八九十']) {
      const { all, html, texts } = await part('Slips', { name, shape });
      expect(html).not.toMatch(/NaN|Infinity|undefined/);
      expect(texts('text').length).toBeLessThanOrEqual(7);
      expect(texts('text').join('')).toBe([...name.replace(/（示例）|示例/u, '')].slice(0, 7).join(''));
      const [, , , height = 0] = (all('svg')[0]!.attribs.viewbox ?? all('svg')[0]!.attribs.viewBox ?? '')
        .split(' ')
        .map(Number);
      for (const { attribs } of all('text')) {
        expect(Number(attribs.y)).toBeGreaterThan(0);
        expect(Number(attribs.y)).toBeLessThan(height);
      }
      expect(all('svg')[0]!.attribs['aria-label']).toBe(`没有图片：${name}`);
    }
  }
});

it('a list gives day, title, summary and kind; a plain one titles alone', async () => {
  const stories: StoryCard[] = [
    { ...items[0]!, summary: '' },
    { ...items[0]!, summary: '一句话。', publishedAt: '2026-06-12T16:30:00Z' },
  ];
  const full = await part('StoryList', { stories });
  expect(full.texts('p')).toEqual(['一句话。']);
  expect(full.texts('time')).toEqual(['6月13日', '6月13日']);
  expect(full.all('time')[1]?.attribs.datetime).toBe('2026-06-13');
  const plain = await part('StoryList', { stories, plain: true });
  expect([plain.texts('p'), plain.texts('span')]).toEqual([[], []]);
});

it('a head has figures only where there are some, zero is one', async () => {
  expect((await part('PageHead', { title: '甲' })).all('dl')).toEqual([]);
  expect(
    (await part('PageHead', { title: '甲', standfirst: '', figures: [{ figure: 0, unit: '个节点' }] })).texts('dd'),
  ).toEqual(['0']);
  expect((await part('PageHead', { title: '甲', standfirst: '' })).all('p')).toEqual([]);
});

it('the rail marks one place', async () => {
  const { all, texts } = await part('SideNav', {
    label: '按批次',
    items: [
      { name: '一', path: '/1', note: '2026年5月' },
      { name: '二', path: '/2', current: true },
    ],
  });
  expect(all('a').map(({ attribs }) => attribs['aria-current'])).toEqual([undefined, 'page']);
  expect(texts('small')).toEqual(['2026年5月']);
});
