import { describe, expect, it, test } from 'vitest';
import type { Material } from '../../../cms/read/material.ts';
import { fixtureReader } from '../../testing/fixture-reader.ts';
import { lesson } from '../../testing/fixture/lessons.ts';
import { part, readPart } from '../../testing/part.ts';
import { render } from '../../testing/render.ts';
import { choices, matching, readFilter } from './filter.ts';
import { fileSize, splitName } from './size.ts';

test('sizes are rounded to what a teacher can compare', () => {
  expect([0, 999, 1000, 1499, 1500, 999_499, 1_000_000, 4_149_999, 12_345_678].map(fileSize)).toEqual([
    '0 B',
    '999 B',
    '1 KB',
    '1 KB',
    '2 KB',
    '999 KB',
    '1.0 MB',
    '4.1 MB',
    '12.3 MB',
  ]);
});

test('no size is said in a thousand of the smaller unit', () => {
  for (const bytes of [999_500, 999_999]) expect(fileSize(bytes)).toBe('1.0 MB');
});

test('a name and its format; a name without one, with points, or hidden, stays whole', () => {
  expect(splitName('教案.docx')).toEqual({ name: '教案', format: 'DOCX' });
  expect(splitName('v1.2.pdf')).toEqual({ name: 'v1.2', format: 'PDF' });
  for (const name of ['LICENSE', '.pdf', '教案.文件', 'a.toolong', ''])
    expect(splitName(name)).toEqual({ name, format: '' });
});

it('files by the names that teachers use, and all of them at once', async () => {
  const { links, texts } = await part('teach/Files', {
    material: lesson(7, {
      files: [
        { name: 'lesson.html', bytes: 900, sha256: '' },
        { name: 'LICENSE.txt', bytes: 1200, sha256: '' },
        { name: '学习单.pdf', bytes: 0, sha256: '' },
      ],
    }),
  });
  expect(texts('span')).toEqual(['教案', '授权说明', '学习单']);
  expect(texts('small')).toEqual(['HTML 900 B', 'TXT 1 KB', 'PDF 0 B', 'ZIP 2.4 MB']);
  expect(links).toEqual([{ href: '/teach/7.zip', text: '全部打包下载' }]);
});

it('only the first result shows its files, licence and version', async () => {
  expect((await part('teach/MaterialItem', { material: lesson(7), open: false })).text).not.toMatch(/第2版|CC BY|打包/);
  expect((await part('teach/MaterialItem', { material: lesson(7), open: true })).text).toMatch(
    /第2版，2026年6月.*CC BY 4\.0.*全部打包下载/u,
  );
});

describe('pages of a result', () => {
  const pages = async (page: number, query: string) =>
    (
      await part('teach/QueryPages', {
        page,
        pages: 3,
        total: 41,
        unit: '份',
        path: '/teach/',
        query: new URLSearchParams(query),
      })
    ).links.map(({ href }) => href);
  it('keep the question, and drop the number of the first', async () => {
    expect(await pages(2, 'stage=初中&stage=高中&page=2')).toEqual([
      `/teach/?stage=${encodeURIComponent('初中')}&stage=${encodeURIComponent('高中')}`,
      `/teach/?stage=${encodeURIComponent('初中')}&stage=${encodeURIComponent('高中')}&page=3`,
    ]);
    expect(await pages(2, 'page=2&page=9')).toEqual(['/teach/', '/teach/?page=3']);
    expect(await pages(1, '')).toEqual(['/teach/?page=2']);
    expect(await pages(3, 'page=3')).toEqual(['/teach/?page=2']);
  });
  it('are none where one is enough', async () => {
    expect(
      (
        await part('teach/QueryPages', {
          page: 1,
          pages: 1,
          total: 3,
          unit: '份',
          path: '/teach/',
          query: new URLSearchParams('page=7'),
        })
      ).html.trim(),
    ).toBe('');
  });
});

it('stages stand in the order of a life, themes by how much there is', () => {
  const all = ['成人', '初中', '小学低年级', '老年', '初中'].map((stage, i) =>
    lesson(i + 1, { stage, theme: ['甲', '乙', '乙', '丙', '丙'][i] }),
  );
  expect(choices('stage', all, ['初中']).map(({ value, count, checked }) => `${value}${count}${checked}`)).toEqual([
    '小学低年级1false',
    '初中2true',
    '成人1false',
    '老年1false',
  ]);
  expect(choices('theme', all, []).map(({ value }) => value)).toEqual(['丙', '乙', '甲']);
});

it('what a box says it holds is what ticking it alone brings', () => {
  const all: Material[] = Array.from({ length: 40 }, (_, i) =>
    lesson(i + 1, { stage: ['初中', '高中', '中职'][i % 3]!, theme: ['甲', '乙', '丙', '丁'][i % 4]! }),
  );
  for (const field of ['stage', 'theme'] as const) {
    for (const { count, value } of choices(field, all, [])) {
      const { errors, filter } = readFilter(new URLSearchParams({ [field]: value }), all);
      expect([errors, matching(all, filter).length]).toEqual([[], count]);
    }
  }
});

const city = (all: Material[]) =>
  fixtureReader({
    more: {
      materials: async ({ page = 1, size = 20 }) => ({
        items: all.slice((page - 1) * size, page * size),
        page,
        pages: Math.max(1, Math.ceil(all.length / size)),
        total: all.length,
      }),
    },
  });
const teach = async (all: Material[], query = '') =>
  readPart((await render('pages/teach/index.astro', { reader: city(all), url: `/teach/${query}` })).html);

it('the page says how many it found of how many, and what to do when there are none', async () => {
  const all = [lesson(1), lesson(2, { stage: '高中', theme: '助学贷款' })];
  expect((await teach(all)).text).toContain('全部材料 共2份');
  expect((await teach(all, `?stage=${encodeURIComponent('高中')}`)).text).toContain('1份，共2份');
  expect(
    (await teach(all, `?stage=${encodeURIComponent('高中')}&theme=${encodeURIComponent('考试诚信')}`)).text,
  ).toContain('没有同时符合这些条件的材料。请去掉一两个勾选，再筛选一次。');
  expect((await teach([])).text).toContain('还没有发布教学材料。');
});

it('what it does not understand it says, once a field, and shows the rest', async () => {
  const { links, texts } = await teach([lesson(1)], '?stage=x&stage=y&theme=&page=0');
  expect(texts('li').filter((text) => text.startsWith('网址里'))).toEqual([
    '网址里的学段有一项不认识，已经略过：请从下面的学段里勾选。',
    '网址里的主题有一项不认识，已经略过：请从下面的主题里勾选。',
    '网址里的页码不正确，已经回到第1页。',
  ]);
  expect(links.map(({ href }) => href)).toEqual(expect.arrayContaining(['#stage', '#theme', '/teach/1']));
});

it('every lesson of many is on exactly one page', async () => {
  const all = Array.from({ length: 245 }, (_, i) => lesson(i + 1));
  const seen: string[] = [];
  for (let page = 1; page <= 13; page += 1)
    seen.push(...(await teach(all, `?page=${page}`)).texts('h3').map((_, i) => `${page}-${i}`));
  expect(seen).toHaveLength(245);
  expect((await teach(all, '?page=14')).text).toContain('第13页/13页');
});
