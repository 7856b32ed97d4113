import { expect, test } from 'vitest';
import { columns, region } from '../testing/fixture/region.ts';
import { governmentMeta, pubDate } from './meta.ts';

const article = {
  title: '一杆公平秤',
  publishedAt: '2026-06-12T01:05:00Z',
  source: '诚信广元编辑部（示例）',
  keywords: ['计量', '诚信典型'],
  author: '示例记者',
  description: '谁都可以再称一遍。',
  image: '/media/a.webp',
  path: '/s/7',
};
const value = (tags: { name: string; content: string }[], name: string) =>
  tags.find((tag) => tag.name === name)?.content;

test('PubDate is minutes of Shanghai time', () => {
  expect(pubDate('2026-06-12T01:05:00Z')).toBe('2026-06-12 09:05');
});

test('every page names its site', () => {
  expect(governmentMeta(region, 'https://x', {}).map(({ name }) => name)).toEqual([
    'SiteName',
    'SiteDomain',
    'SiteIDCode',
  ]);
});

test('an article carries site, column and article tags with absolute addresses', () => {
  const tags = governmentMeta(region, 'https://x', { column: columns[0]!, article });
  expect(value(tags, 'ColumnType')).toBe('政务动态');
  expect(value(tags, 'ArticleTitle')).toBe('一杆公平秤');
  expect(value(tags, 'Url')).toBe('https://x/s/7');
  expect(value(tags, 'Image')).toBe('https://x/media/a.webp');
  expect(value(tags, 'Keywords')).toBe('计量,诚信典型');
});

test('an empty value is left out', () => {
  const tags = governmentMeta(region, 'https://x', { article: { ...article, image: null, author: '' } });
  expect(value(tags, 'Image')).toBeUndefined();
  expect(value(tags, 'Author')).toBeUndefined();
});
