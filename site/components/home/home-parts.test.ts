import { expect, it } from 'vitest';
import type { Column, Story, StoryCard } from '../../../cms/read/nouns.ts';
import { columns } from '../../testing/fixture/region.ts';
import { campaigns, occasions } from '../../testing/fixture/year.ts';
import { fixtureReader, type FixtureOptions } from '../../testing/fixture-reader.ts';
import { part, readPart, type Part } from '../../testing/part.ts';
import { render } from '../../testing/render.ts';

const reader = fixtureReader();
const cards = async (column: string): Promise<StoryCard[]> => (await reader.stories({ column, size: 100 })).items;
const [news, models] = await Promise.all([cards('news'), cards('models')]);
const campaign = campaigns[0]!;
const lead = { campaign, lunar: '农历', quiet: null };
const quiet = occasions.find(({ kind }) => kind === 'quiet')!;
const front = async (options: FixtureOptions = {}) =>
  readPart((await render('pages/index.astro', { reader: fixtureReader(options) })).html);

it('the leaf is red on the occasion’s own day, ink before it, after it and on a quiet day', async () => {
  const leaf = async (props: object) =>
    (await part('home/Lead', { ...lead, ...props })).all('div').find(({ attribs }) => attribs.class?.startsWith('leaf'))
      ?.attribs.class;
  expect(await leaf({ today: '2026-06-14' })).toBe('leaf red');
  expect(await leaf({ today: '2026-06-13' })).toBe('leaf');
  expect(await leaf({ today: '2026-06-15' })).toBe('leaf');
  expect(await leaf({ today: '2026-06-14', quiet })).toBe('leaf');
});

it('a quiet day gives no advice, and says which day it is', async () => {
  expect((await part('home/Lead', { ...lead, today: '2026-06-14' })).texts('dd')).toEqual([
    '查一次报告，对一遍账',
    '花钱“洗征信”',
  ]);
  const silent = await part('home/Lead', { ...lead, today: '2026-06-14', quiet });
  expect(silent.texts('dd')).toEqual([]);
  expect(silent.text).toContain(`今天是${quiet.name}`);
});

it('two buttons at most, the second one plain; phases say in words where they are', async () => {
  const actions = ['一', '二', '三'].map((label) => ({ label, path: `/${label}` }));
  const { all, text } = await part('home/Lead', { ...lead, campaign: { ...campaign, actions }, today: '2026-06-14' });
  expect(all('a').map(({ attribs }) => attribs.class)).toEqual(['button', 'button plain']);
  expect(text).toMatch(/知道.*（已过）.*去查.*（正在进行）.*改正.*（还没开始）/u);
  expect(all('li').filter(({ attribs }) => attribs['aria-current'] === 'step')).toHaveLength(1);
});

it('a day without a campaign names the next date, but not on a quiet day', async () => {
  const next = {
    figure: '7·5',
    unit: '',
    name: '示例日',
    title: '示例日',
    soon: '3天后',
    notes: [],
    path: '/year/2026/',
  };
  const props = { story: null, today: '2026-07-02', lunar: '农历', quiet: null, next, siteName: '诚信广元' };
  const plain = await part('home/PlainLead', props);
  expect(plain.text).toContain('今天没有集中宣传的节点 3天后：示例日');
  expect(plain.texts('h1')).toEqual(['诚信广元']);
  expect((await part('home/PlainLead', { ...props, quiet })).text).not.toContain('示例日');
  expect((await part('home/PlainLead', { ...props, next: null })).links).toEqual([]);
});

it('the same picture is no second link for those who hear the page', async () => {
  const { all, texts } = await part('home/PlainLead', {
    story: { ...news[0]!, column: { slug: 'x', name: null } },
    today: '2026-07-02',
    lunar: '',
    quiet: null,
    next: null,
    siteName: '',
  });
  expect(all('a').filter(({ attribs }) => attribs.tabindex !== '-1')).toHaveLength(1);
  expect(all('a').find(({ attribs }) => attribs.tabindex === '-1')?.attribs['aria-hidden']).toBe('true');
  // A column without a name leaves no empty place.
  expect(texts('span')).not.toContain('');
});

it('news: the first leads, the others follow, none at all is said', async () => {
  const { links, texts } = await part('home/News', { stories: news.slice(0, 3), path: '/c/news/', name: '信用动态' });
  expect(links.map(({ href }) => href)).toEqual(['/c/news/', ...news.slice(0, 3).map(({ path }) => path)]);
  expect(texts('li')).toHaveLength(2);
  expect((await part('home/News', { stories: [], path: '/c/news/', name: '信用动态' })).text).toBe(
    '信用动态全部 还没有发布稿件。',
  );
});

it('what comes next, or that the year is over', async () => {
  expect((await part('home/Next', { items: [], year: 2026 })).text).toContain('今年的节点都已过去。');
  const item = {
    figure: '9',
    unit: '月',
    name: '',
    title: '质量月',
    soon: '',
    notes: ['等待通知', '拟9月'],
    path: '/x/',
  };
  const { links, text, texts } = await part('home/Next', { items: [item], year: 2026 });
  expect(links).toEqual([
    { href: '/year/2026/', text: '全年' },
    { href: '/x/', text: '质量月' },
  ]);
  expect(texts('small')).toEqual(['月']);
  expect(text).not.toContain('都已过去');
});

it('four role models of the newest batch, those with a picture first, however they come', async () => {
  const twelfth = models.filter(({ roleModel }) => roleModel?.batch === '第十二批');
  const { links, text, texts } = await part('home/Models', {
    stories: [...twelfth].reverse(),
    path: '/c/models/',
    name: '诚信典型',
  });
  expect(texts('li')).toHaveLength(4);
  expect(links.slice(1).every(({ href }) => twelfth.find(({ path }) => path === href)?.picture)).toBe(true);
  expect(text).toContain('第十二批2026年5月公布 六人两单位，均经本人同意');
  expect((await part('home/Models', { stories: [], path: '/', name: '' })).html.trim()).toBe('');
});

it('the newest case in four lines, each a sentence; a line without words is left out', async () => {
  const story = (await reader.story(130)) as Story;
  const props = { story, path: '/c/cases/', name: '以案说信', description: '' };
  const { texts } = await part('home/CaseTeaser', props);
  expect(texts('b')).toEqual(['发生了什么', '违反哪条规定', '付出什么代价', '怎样改过来']);
  for (const line of texts('li')) expect(line).toMatch(/[。…]$/u);
  const bare = { ...story, caseSteps: { ...story.caseSteps!, what: '', costs: [], mend: [] } };
  expect((await part('home/CaseTeaser', { ...props, story: bare })).texts('li')).toEqual([
    '违反哪条规定《中华人民共和国食品安全法》第五十三条第一款。',
    '怎样改过来正在改正。',
  ]);
});

it('a door stands only for what there is', async () => {
  const knowledge = columns.find(({ slug }) => slug === 'knowledge')!;
  expect((await part('home/Doors', { materials: 0, creation: null, knowledge: null })).text).toBe(
    '教学材料按学段和主题挑，下载就能上课。不计分，不排名。给老师',
  );
  expect((await part('home/Doors', { materials: 3, creation: null, knowledge })).links.map(({ href }) => href)).toEqual(
    ['/teach/', '/c/knowledge/'],
  );
});

it('the services lead to the guides where there are some, else to what explains', async () => {
  const without = (await part('home/Services', {}, fixtureReader())).links.map(({ href }) => href);
  expect(without).toEqual(['/lists/', '/lists/#ways-out', '/lists/#ways-out', '/about/report-error/']);
  const guide = { ...news[0]!, title: '怎样提出异议（示例）', path: '/s/777' };
  const guides = fixtureReader({ more: { stories: async () => ({ items: [guide], page: 1, pages: 1, total: 1 }) } });
  expect((await part('home/Services', {}, guides)).links.map(({ href }) => href)).toEqual([
    '/lists/',
    '/lists/#ways-out',
    '/s/777',
    '/about/report-error/',
  ]);
});

it('the front page names no page of a column that nobody else has agreed to', async () => {
  const few = async (kept: Column[]) =>
    (await front({ more: { columns: async () => kept } })).links
      .map(({ href }) => href)
      .filter((href) => href.startsWith('/c/'));
  expect(await few([])).toEqual([]);
  expect(new Set(await few(columns.filter(({ slug }) => slug === 'news')))).toEqual(new Set(['/c/news/']));
});

it('a campaign leads over the turn of a year, on both sides of it', async () => {
  const occasion = { ...campaign.occasion, start: '2027-01-05', end: '2027-01-05', day: '2027-01-05' };
  const winter = { ...campaign, year: 2027, title: '新年第一课', start: '2026-12-28', end: '2027-01-20', occasion };
  const late = {
    ...campaign,
    year: 2026,
    title: '年末不断线',
    start: '2026-12-01',
    end: '2027-01-10',
    occasion: { ...occasion, start: '2026-12-04', end: '2026-12-04', day: '2026-12-04' },
  };
  const of = (all: (typeof winter)[]) => ({
    campaigns: async (year: number) => all.filter((one) => one.year === year),
  });
  expect((await front({ today: '2026-12-30', more: of([winter]) })).texts('h1')).toEqual(['新年第一课']);
  expect((await front({ today: '2027-01-08', more: of([late]) })).texts('h1')).toEqual(['年末不断线']);
  expect((await front({ today: '2027-01-11', more: of([late]) })).texts('h1')).not.toContain('年末不断线');
});

it('the story that leads the page is not told twice', async () => {
  const plain = await front({ today: '2026-08-12' });
  const lead = plain.links.find(({ text }) => text === '读全文')!;
  const told = (page: Part) =>
    readPart(page.html.slice(page.html.indexOf('id="news"'), page.html.indexOf('id="next"')))
      .links.map(({ href }) => href)
      .filter((href) => href.startsWith('/s/'));
  expect(told(plain)).not.toContain(lead.href);
  expect(told(plain)).toHaveLength(8);
  expect(told(await front({ today: '2026-06-14' }))).toContain(lead.href);
});
