import { expect, it } from 'vitest';
import type { Story, StoryCard } from '../../../cms/read/nouns.ts';
import { fixtureReader } from '../../testing/fixture-reader.ts';
import { scene } from '../../testing/fixture/pictures.ts';
import { part, readPart, textOf } from '../../testing/part.ts';
import { render } from '../../testing/render.ts';

const reader = fixtureReader();
const live = async (serial: number): Promise<Story> => {
  const story = await reader.story(serial);
  if (story?.state !== 'live') throw new Error(`${serial} is no live story of the fixture`);
  return story;
};
const [model, news, warning] = await Promise.all([live(101), live(119), live(130)]);
const wrong = (date: string) => ({ date, was: '旧', now: '新', note: '' });
const page = async (story: Story, more = {}) => {
  const { html, tags } = await render('pages/s/[serial].astro', {
    reader: fixtureReader({ more: { story: async () => story, ...more } }),
    params: { serial: String(story.serial) },
  });
  return { ...readPart(html), tags };
};

it('the line under the title tells corrections by their number, and a day of change only when it is another day', async () => {
  const says = async (more: Partial<Story>) =>
    (await part('ByLine', { story: { ...news, corrections: [], copies: [], ...more } })).text;
  expect(await says({})).not.toMatch(/更新|更正/);
  expect(await says({ updatedAt: '2026-06-12T23:59:00+08:00' })).not.toContain('更新');
  expect(await says({ updatedAt: '2026-06-12T16:00:00Z' })).toContain('更新：6月13日');
  for (const [count, words] of [
    [1, '6月20日有一处更正'],
    [2, '6月20日有两处更正'],
    [5, '有五处更正'],
    [6, '有6处更正'],
    [11, '有11处更正'],
  ] as const) {
    expect(await says({ corrections: Array.from({ length: count }, () => wrong('2026-06-20')) })).toContain(words);
  }
  expect(await says({ correcting: '正在更正。' })).toContain('有内容正在更正');
  expect(await says({ correcting: '正在更正。', corrections: [wrong('2026-06-20')] })).not.toContain('有内容正在更正');
});

it('a source with an address is a link, one without is none', async () => {
  expect((await part('ByLine', { story: { ...news, sourceUrl: 'https://news.example/1' } })).links).toContainEqual({
    href: 'https://news.example/1',
    text: news.source,
  });
  expect((await part('ByLine', { story: news })).links).toEqual([]);
});

it('corrections say what it reads now before what it read, and why only if somebody said why', async () => {
  const { text, all } = await part('Corrections', {
    corrections: [{ ...wrong('2026-06-13'), note: '，系笔误。' }, wrong('2026-06-14')],
    correcting: '还有一处正在更正。',
    copies: [
      { name: '微博', word: '已更正' },
      { name: '广元日报', word: '正在更正' },
    ],
  });
  expect(text).toContain('更正2026年6月13日“新”原作“旧”，系笔误。');
  expect(text).toContain('更正2026年6月14日“新”原作“旧”。');
  expect(text).toContain('更正还有一处正在更正。');
  expect(text).toContain('各渠道的副本：微博已更正；广元日报正在更正');
  expect(all('section').map(({ attribs }) => attribs.id)).toEqual(['corrections']);
  expect((await part('Corrections', { corrections: [] })).html.trim()).toBe('');
  expect((await part('Copies', { copies: [] })).html.trim()).toBe('');
});

it('the four steps: paragraphs, the law in its marks, figures apart from their unit, dated amends, the way to repair', async () => {
  const steps = {
    what: '第一段。\n\n\n  第二段。\n',
    rule: { law: '食品安全法', article: '第五十三条', text: '应当查验。', url: null },
    costs: [
      { figure: '12000元', label: '罚款' },
      { figure: '约三成', label: '营业额' },
    ],
    mend: [{ date: '2026-02-04', text: '停止公示' }],
  };
  const { all, links, texts } = await part('story/CaseSteps', { steps, repair: '/s/7' });
  expect(texts('h2')).toEqual(['一发生了什么', '二违反哪条规定', '三付出什么代价', '四怎样改过来']);
  expect(texts('p').slice(0, 2)).toEqual(['第一段。', '第二段。']);
  expect(texts('footer')).toEqual(['《食品安全法》第五十三条']);
  expect(all('blockquote')[0]?.attribs.cite).toBeUndefined();
  expect(texts('dd')).toEqual(['12,000元', '约三成']);
  expect(texts('time')).toEqual(['2026年2月4日']);
  expect(links).toEqual([{ href: '/s/7', text: '信用修复怎么办：一步一步' }]);
  expect(
    (
      await part('story/CaseSteps', {
        steps: { ...steps, rule: { ...steps.rule, url: 'https://law.example/1' } },
        repair: '/',
      })
    ).links[0],
  ).toEqual({ href: 'https://law.example/1', text: '看全文' });
});

it('neighbours are called by what they are, and nothing stands where there is none', async () => {
  const before = { ...news, roleModel: null } as StoryCard;
  const { links, text, all } = await part('story/Neighbours', { previous: before, next: model });
  expect(text).toContain('上一篇');
  expect(text).toContain('下一位');
  expect(links[1]?.text).toBe(`何一诺：${model.title}`);
  expect(all('a').map(({ attribs }) => attribs.rel)).toEqual(['prev', 'next']);
  expect((await part('story/Neighbours', { previous: null, next: null })).html.trim()).toBe('');
  expect((await part('story/Neighbours', { previous: null, next: before })).links).toHaveLength(1);
});

it('facts that nobody stated have no row', async () => {
  const facts = {
    ...model.roleModel!,
    batch: '',
    batchDate: null,
    place: '',
    recommendedBy: null,
    publicity: '',
    consent: null,
    recheck: null,
  };
  const bare = await part('story/Facts', {
    batchPath: null,
    story: { ...model, siblings: [], picture: null, roleModel: facts },
  });
  expect(bare.texts('dt')).toEqual(['姓名', '类别']);
  expect(bare.all('section')).toEqual([]);
  expect(bare.all('svg')[0]?.attribs['aria-label']).toBe('没有图片：何一诺');
  expect((await part('story/Facts', { batchPath: '/c/models/#1', story: model })).texts('dt')).toEqual([
    '姓名',
    '类别',
    '批次',
    '地点',
    '推荐',
    '公示',
    '同意',
    '复核',
  ]);
});

it.each([
  ['a role model', model],
  ['an article', news],
])('a picture made by a machine says so beside it, with a caption and without: %s', async (_, story) => {
  for (const caption of [null, '', '街景']) {
    const { texts } = await page({ ...story, picture: { ...scene('jianmen', '街景', caption), aigc: true } });
    expect(texts('figcaption').join('|')).toContain('图片由人工智能生成');
  }
  const { text } = await page({ ...story, picture: scene('jianmen', '街景') });
  expect(text).not.toContain('人工智能');
});

it('a story in a column that nobody else has agreed to links to no page of it', async () => {
  for (const story of [model, news, warning]) {
    const { links } = await page(story, { columns: async () => [], column: async () => null });
    expect(links.map(({ href }) => href).filter((href) => href.startsWith('/c/'))).toEqual([]);
  }
});

it('a role model of a column by another address leads back to that column', async () => {
  const other = { ...(await reader.column('models'))!, slug: 'people', path: '/c/people/' };
  const { links } = await page(
    { ...model, column: { slug: 'people', name: other.name } },
    { column: async () => other },
  );
  const batch = links
    .filter(({ href }) => href.includes(encodeURIComponent('第十二批')))
    .map(({ href }) => href.split('#')[0]);
  expect([...new Set(batch)]).toEqual(['/c/people/']);
});

it('a role model without a batch has no crumb without a name', async () => {
  const { all, links } = await page({ ...model, roleModel: { ...model.roleModel!, batch: '', category: '' } });
  expect(links.filter(({ text }) => text === '')).toEqual([]);
  expect(
    all('p')
      .filter(({ attribs }) => attribs.class === 'meta dots')
      .map(textOf),
  ).toEqual(['诚信典型']);
  expect(all('dt').map(textOf)).not.toContain('类别');
});

it('a kept page of a story knows every story, column and batch that changes it', async () => {
  const { tags } = await page(model);
  for (const near of [model.previous, model.next, ...model.siblings])
    if (near) expect(tags).toContain(`story:${near.serial}`);
  expect(tags).toEqual(expect.arrayContaining(['story:101', 'column:models', 'batch:第十二批']));
  // The way to repair is looked up among the guides.
  expect((await page(warning)).tags).toContain('column:guide');
});

it('printed, a page says which version it is and where the truth stands', async () => {
  expect((await page({ ...news, version: 3, signedAt: '2026-06-12T16:30:00Z' })).text).toContain(
    '本页网址：https://chengxin.example/s/119 打印所见为2026年6月13日签发的第3版，更正与撤回以网址为准',
  );
});
